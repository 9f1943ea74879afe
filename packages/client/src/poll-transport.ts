import { POLL_WAIT_MS } from "@shopbell/protocol/limits";
import type { PollResponse, RelayFrame } from "@shopbell/protocol/types";
import type { Clock } from "./clock.ts";
import { LINK_LOST, LINK_RENEWED, type ToRelay, type Transport } from "./transport.ts";

/** A poll is given up after this time, so that a WebSocket gets another chance. */
const POLL_LIFE_MS = 5 * 60_000;

/**
 * Reaches the relay where WebSockets are blocked: one request waits for frames, others carry ours at once. Each says
 * hello with its cursors, so any relay can answer any of them.
 */
export function pollTransport(url: string, clock: Clock): Transport {
  return {
    connect(hello, events) {
      const abort = new AbortController();
      const endAt = clock.now() + POLL_LIFE_MS;
      let epoch: string | undefined;
      let waiting: ToRelay[] = [];
      let saying = false;
      let listening: AbortController | undefined;

      function end(code: number): void {
        if (abort.signal.aborted) return;
        abort.abort();
        events.closed(code);
      }

      // Every answer begins with a welcome. Only the first of an epoch is news; the others still prove that the relay is there.
      function hear(frame: RelayFrame): void {
        if (abort.signal.aborted) return;
        if (frame.type === "welcome") {
          if (frame.epoch === epoch) return events.frame({ type: "heartbeat", heads: {} });
          epoch = frame.epoch;
        }
        events.frame(frame);
      }

      async function ask(frames: ToRelay[], waitMs: number, signal?: AbortSignal): Promise<void> {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ frames: [hello(), ...frames], waitMs }),
          keepalive: !signal,
          signal: signal ?? null,
        });
        if (!response.ok) throw new Error(`poll answered ${response.status}`);
        const answer: PollResponse = await response.json();
        answer.frames.forEach(hear);
        if (answer.close) end(answer.close);
      }

      async function listen(): Promise<void> {
        await ask([], 0, abort.signal);
        while (!abort.signal.aborted && clock.now() < endAt) {
          const turn = new AbortController();
          listening = turn;
          const signal = AbortSignal.any([abort.signal, turn.signal]);
          await ask([], POLL_WAIT_MS, signal).catch((error: unknown) => {
            if (!turn.signal.aborted) throw error;
          });
        }
        end(LINK_RENEWED);
      }

      async function say(): Promise<void> {
        saying = true;
        while (waiting.length && !abort.signal.aborted) await ask(waiting.splice(0, 50), 0, abort.signal);
        saying = false;
        // What was just begun or opened is not among the cursors of the request that waits: it has to ask again.
        listening?.abort();
      }

      const lose = () => end(LINK_LOST);
      listen().catch(lose);
      return {
        send(frame) {
          if (frame.type === "heartbeat.answer") return;
          if (frame.type === "probe") {
            ask([], 0, abort.signal).catch(lose);
            return;
          }
          // The last word: it has to outlive the link.
          if (frame.type === "visitor.forget") {
            ask([frame], 0).catch(lose);
            return;
          }
          waiting = [...waiting, frame];
          if (!saying) say().catch(lose);
        },
        close: () => abort.abort(),
      };
    },
  };
}
