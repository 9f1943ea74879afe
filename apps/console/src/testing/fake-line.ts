import type { Line, LineState } from "@shopbell/client";
import { ANA, aMessageId } from "@shopbell/protocol/testing";
import type { RelayFrame, TeamMember } from "@shopbell/protocol/types";

type Welcome = Extract<RelayFrame, { type: "welcome" }>;

/** A line whose state the test decides, and which remembers what it was asked to do. */
export interface FakeLine extends Line {
  readonly calls: string[];
  become(changes: Partial<LineState>): void;
  hear(frame: RelayFrame): void;
}

/** Ana, available, with nothing to do. */
export function aMember(changes: Partial<TeamMember> = {}): TeamMember {
  return { agent: ANA, availability: "available", reason: null, load: 0, capacity: 5, ...changes };
}

export function aWelcome(changes: Partial<Welcome> = {}): Welcome {
  return {
    type: "welcome",
    protocol: 1,
    epoch: "e1",
    at: 1_000,
    you: { kind: "agent", agent: ANA },
    site: null,
    team: [aMember()],
    conversations: [],
    ...changes,
  };
}

function aLineState(changes: Partial<LineState> = {}): LineState {
  return {
    status: "live",
    refusal: null,
    relayAheadMs: 0,
    epoch: "e1",
    you: { kind: "agent", agent: ANA },
    site: null,
    team: [aMember()],
    conversations: [],
    threads: {},
    requests: {},
    requesting: {},
    outbox: [],
    inbox: {},
    inboxLoaded: true,
    inboxMore: false,
    ...changes,
  };
}

export function aFakeLine(initial: Partial<LineState> = {}): FakeLine {
  let state = aLineState(initial);
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  const ears = new Set<(frame: RelayFrame) => void>();
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      calls.push([name, ...args].join(" "));
    };

  return {
    calls,
    get state() {
      return state;
    },
    leads: true,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onFrame(listener) {
      ears.add(listener);
      return () => ears.delete(listener);
    },
    become(changes) {
      state = { ...state, ...changes };
      for (const listener of listeners) listener();
    },
    hear(frame) {
      for (const ear of ears) ear(frame);
    },
    send(conversationId, text) {
      note("send")(conversationId, text);
      return aMessageId();
    },
    start: note("start"),
    stop: note("stop"),
    probe: note("probe"),
    retry: note("retry"),
    discard: note("discard"),
    typing: note("typing"),
    see: note("see"),
    open: note("open"),
    leave: note("leave"),
    older: note("older"),
    forget: note("forget"),
    request: note("request"),
    setAvailability: note("availability"),
  };
}
