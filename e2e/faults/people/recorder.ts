import type { Draft, LineState } from "@shopbell/client";
import type { DirectLine } from "@shopbell/client/testing";
import type { ConversationId, MessageId, RelayFrame } from "@shopbell/protocol/types";
import type { Answer, Recording } from "./recording.ts";

/** Writes down what happens on a line. It only looks: nothing here changes what the client does. */
export class Recorder {
  readonly recording: Recording;
  readonly #failed = new Set<MessageId>();
  #before: LineState | undefined;
  #page = 0;
  #lostAt: number | undefined;

  constructor(name: string, siteKey: string | null) {
    this.recording = {
      name,
      side: siteKey === null ? "agent" : "visitor",
      siteKey,
      sent: [],
      answers: [],
      views: [],
      heard: [],
      putOff: [],
      absences: [],
      live: false,
    };
  }

  /** A new page of this person. */
  follow(line: DirectLine): void {
    this.#before = line.state;
    this.#page += 1;
    line.subscribe(() => this.#look(line.state));
    line.onFrame((frame) => this.#listen(frame));
  }

  sent(id: MessageId, conversationId: ConversationId, text: string): void {
    this.recording.sent.push({ id, conversationId, text, at: performance.now() });
  }

  #look(state: LineState): void {
    const before = this.#before;
    this.#before = state;
    this.#noteThreads(state, before);
    this.#noteOutbox(state, before);
    this.#noteStatus(state);
  }

  #noteThreads(state: LineState, before: LineState | undefined): void {
    const outboxChanged = state.outbox !== before?.outbox;
    for (const [id, thread] of Object.entries(state.threads)) {
      const conversationId = id as ConversationId;
      if (thread === before?.threads[conversationId] && !outboxChanged) continue;
      const drafts = state.outbox.filter((draft) => draft.conversationId === conversationId).map((draft) => draft.id);
      const { entries, seen } = thread;
      const view = {
        at: performance.now(),
        page: this.#page,
        conversationId,
        epoch: state.epoch,
        entries,
        drafts,
        seen,
      };
      this.recording.views.push(view);
    }
  }

  #noteOutbox({ outbox }: LineState, before: LineState | undefined): void {
    if (outbox === before?.outbox) return;
    const waiting = new Set(outbox.map(({ id }) => id));
    for (const { id } of before?.outbox ?? []) if (!waiting.has(id)) this.#answer({ id, kind: "echoed" });
    for (const draft of outbox) this.#noteDraft(draft);
  }

  #noteDraft({ id, status, reason }: Draft): void {
    if (status === "sending") this.#failed.delete(id);
    else if (!this.#failed.has(id)) {
      this.#failed.add(id);
      this.#answer({ id, kind: reason ? "refused" : "failed" });
    }
  }

  #noteStatus({ status }: LineState): void {
    this.recording.live = status === "live";
    if (status === "waiting") this.#lostAt ??= performance.now();
    if (status !== "live" || this.#lostAt === undefined) return;
    this.recording.absences.push({ from: this.#lostAt, until: performance.now() });
    this.#lostAt = undefined;
  }

  #listen(frame: RelayFrame): void {
    if (frame.type === "message.accepted") this.#answer({ id: frame.id, kind: "accepted", seq: frame.seq });
    if (frame.type === "message.refused" && frame.retry) this.recording.putOff.push(frame.reason);
    for (const [conversationId, text] of textsIn(frame)) this.recording.heard.push({ conversationId, text });
  }

  #answer(answer: Omit<Answer, "at">): void {
    this.recording.answers.push({ ...answer, at: performance.now() });
  }
}

/** Every text that a frame brings, with the conversation that the frame says it belongs to. */
function textsIn(frame: RelayFrame): [ConversationId, string][] {
  switch (frame.type) {
    case "entry.added":
      return frame.entry.kind === "message" ? [[frame.conversationId, frame.entry.text]] : [];
    case "entries.replayed":
    case "history.page":
      return frame.entries.flatMap((entry) =>
        entry.kind === "message" ? [[frame.conversationId, entry.text] as [ConversationId, string]] : [],
      );
    case "conversation.changed":
      return headTexts([frame.conversation]);
    case "welcome":
    case "inbox.loaded":
      return headTexts(frame.conversations);
    default:
      return [];
  }
}

function headTexts(
  heads: readonly { id: ConversationId; lastMessage: { text: string } | null }[],
): [ConversationId, string][] {
  return heads.flatMap(({ id, lastMessage }) =>
    lastMessage ? [[id, lastMessage.text] as [ConversationId, string]] : [],
  );
}
