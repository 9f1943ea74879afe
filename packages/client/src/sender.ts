import { FAIL_AFTER_MS, RESEND_AFTER_MS } from "@shopbell/protocol/limits";
import type { MessageId, RelayFrame } from "@shopbell/protocol/types";
import type { Clock } from "./clock.ts";
import type { Draft } from "./line-state.ts";
import type { ToRelay } from "./transport.ts";

const TICK_MS = 1_000;
const RETRY_REFUSED_MS = 2_000;

export interface SenderOptions {
  clock: Clock;
  outbox(): readonly Draft[];
  /** Replaces a draft by what it became. */
  change(draft: Draft): void;
  live(): boolean;
  send(frame: ToRelay): void;
}

/** When a draft was first and last tried, by the monotonic clock. */
interface Attempt {
  since: number;
  sentAt: number | undefined;
  notBefore: number;
}

/**
 * Sends what is in the outbox until the relay has answered. One draft of a conversation is under way at a time, so that a
 * refused one is never overtaken by those behind it (S4).
 */
export function createSender(options: SenderOptions) {
  const { clock } = options;
  const attempts = new Map<MessageId, Attempt>();
  let cancelTick: (() => void) | undefined;

  function attemptOf(draft: Draft): Attempt {
    const known = attempts.get(draft.id);
    if (known) return known;
    const begun = { since: clock.now(), sentAt: undefined, notBefore: 0 };
    attempts.set(draft.id, begun);
    return begun;
  }

  function isDue({ sentAt, notBefore }: Attempt): boolean {
    const now = clock.now();
    return now >= notBefore && (sentAt === undefined || now - sentAt >= RESEND_AFTER_MS);
  }

  function pump(): void {
    const served = new Set<string>();
    for (const draft of options.outbox()) {
      if (draft.status === "sending") advance(draft, !served.has(draft.conversationId));
      // What was refused for good is nobody's business; everything else is waited for by those behind it.
      if (!draft.reason) served.add(draft.conversationId);
    }
    tickWhileSending();
  }

  /** Sends a draft whose turn it is, and gives up one that took too long. */
  function advance(draft: Draft, isFirst: boolean): void {
    const attempt = attemptOf(draft);
    if (clock.now() - attempt.since >= FAIL_AFTER_MS) return options.change({ ...draft, status: "failed" });
    if (!isFirst || !options.live() || !isDue(attempt)) return;
    attempt.sentAt = clock.now();
    options.send(sendFrame(draft));
  }

  function revive({ reason: _, ...draft }: Draft): void {
    attempts.delete(draft.id);
    options.change({ ...draft, status: "sending" });
  }

  function tickWhileSending(): void {
    cancelTick?.();
    const sending = options.outbox().some((draft) => draft.status === "sending");
    cancelTick = sending ? clock.after(TICK_MS, pump) : undefined;
  }

  return {
    pump,
    /** A new link: whatever was under way on the old one goes out again, and so does what only took too long. */
    resume(): void {
      for (const attempt of attempts.values()) attempt.sentAt = undefined;
      for (const draft of options.outbox()) {
        if (draft.status === "failed" && !draft.reason) revive(draft);
      }
      pump();
    },
    /** The draft has left the outbox. */
    done(id: MessageId): void {
      attempts.delete(id);
      pump();
    },
    refused(frame: Extract<RelayFrame, { type: "message.refused" }>): void {
      const draft = options.outbox().find((candidate) => candidate.id === frame.id);
      if (!draft) return;
      if (frame.retry) {
        Object.assign(attemptOf(draft), {
          sentAt: undefined,
          notBefore: clock.now() + (frame.retryInMs ?? RETRY_REFUSED_MS),
        });
        return tickWhileSending();
      }
      options.change({ ...draft, status: "failed", reason: frame.reason });
      pump();
    },
    /** Tries a failed draft again as if it had just been written; the id stays. */
    retry(draft: Draft): void {
      revive(draft);
      pump();
    },
    stop(): void {
      cancelTick?.();
    },
  };
}

/** The draft without what only this end keeps of it. */
function sendFrame({ writtenAt: _writtenAt, status: _status, reason: _reason, ...said }: Draft): ToRelay {
  return { type: "message.send", ...said };
}
