import { EMPTY_LINE, EMPTY_THREAD, type Line, type LineState, type Thread } from "@shopbell/client";
import type { ConversationId, MessageId } from "@shopbell/protocol/types";

/** A line without a relay: tests set what it knows, and read what was asked of it. */
export interface FakeLine extends Line {
  /** What was asked, as `["send", id, text, options]`. */
  readonly asked: unknown[][];
  know(changes: Partial<LineState>): void;
}

export function aLine(initial: Partial<LineState> = {}): FakeLine {
  let state: LineState = { ...EMPTY_LINE, ...initial };
  const listeners = new Set<() => void>();
  const asked: unknown[][] = [];
  const ask =
    (name: string) =>
    (...rest: unknown[]): void =>
      void asked.push([name, ...rest]);
  const know = (changes: Partial<LineState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };

  return {
    asked,
    know,
    get state() {
      return state;
    },
    leads: true,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onFrame: () => () => {},
    start: ask("start"),
    stop: ask("stop"),
    send(conversationId, text, options = {}) {
      const id = asked.length.toString(16).padStart(32, "0") as MessageId;
      asked.push(["send", conversationId, text, options]);
      const draft = { id, conversationId, text, writtenAt: 1_000, status: "sending" as const };
      know({ outbox: [...state.outbox, draft] });
      return id;
    },
    retry: ask("retry"),
    discard: ask("discard"),
    typing: ask("typing"),
    see: ask("see"),
    open: ask("open"),
    leave: ask("leave"),
    older: ask("older"),
    request: ask("request"),
    setAvailability: ask("setAvailability"),
    probe: ask("probe"),
    forget() {
      asked.push(["forget"]);
      know(EMPTY_LINE);
    },
  };
}

export function aThread(changes: Partial<Thread> = {}): Thread {
  return { ...EMPTY_THREAD, loaded: true, ...changes };
}

/** State of a line that is connected and knows one thread. */
export function knowing(id: ConversationId, thread: Partial<Thread>): Partial<LineState> {
  return { status: "live", threads: { [id]: aThread(thread) } };
}
