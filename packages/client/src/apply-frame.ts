import type { Author, RelayFrame } from "@shopbell/protocol/types";
import type { LineState } from "./line-state.ts";
import { addEntries, applyToThread, EMPTY_THREAD, type Thread } from "./thread.ts";

type FrameOf<Type extends RelayFrame["type"]> = Extract<RelayFrame, { type: Type }>;

/** What the line's state is after a frame. A frame seen twice, or late, changes nothing; an unknown type changes nothing. */
export function applyFrame(state: LineState, frame: RelayFrame): LineState {
  switch (frame.type) {
    case "welcome":
      return welcomed(state, frame);
    case "message.accepted":
      return accepted(state, frame);
    case "availability.changed":
      return { ...state, availability: frame.availability, people: frame.people };
    default:
      return "conversationId" in frame ? inThread(state, frame) : state;
  }
}

function welcomed(state: LineState, frame: FrameOf<"welcome">): LineState {
  // Another epoch: what was cached may never have happened. The threads stay watched, and load anew (H5).
  const stale = state.epoch !== null && state.epoch !== frame.epoch;
  const threads = stale
    ? Object.fromEntries(Object.keys(state.threads).map((id) => [id, EMPTY_THREAD]))
    : state.threads;
  return {
    ...state,
    epoch: frame.epoch,
    you: frame.you,
    availability: frame.availability,
    people: frame.people,
    conversations: frame.conversations,
    threads,
  };
}

/** An accepted draft becomes a message of the thread here and now; the relay's own echo of it then changes nothing. */
function accepted(state: LineState, { conversationId, id, seq, at }: FrameOf<"message.accepted">): LineState {
  const draft = state.outbox.find((candidate) => candidate.id === id);
  if (!draft || !state.you) return state;
  const sent = { ...state, outbox: state.outbox.filter((candidate) => candidate !== draft) };
  const thread = state.threads[conversationId];
  if (!thread) return sent;
  const author: Author = state.you.kind === "agent" ? state.you : { kind: "visitor" };
  return withThread(
    sent,
    conversationId,
    addEntries(thread, [{ kind: "message", seq, id, author, text: draft.text, at }]),
  );
}

/** Threads that nobody opened here are not built from what happens to pass. */
function inThread(state: LineState, frame: Extract<RelayFrame, { conversationId: string }>): LineState {
  const thread = state.threads[frame.conversationId];
  const next = thread && applyToThread(thread, frame);
  return next && next !== thread ? withThread(state, frame.conversationId, next) : state;
}

export function withThread(state: LineState, id: string, thread: Thread): LineState {
  return { ...state, threads: { ...state.threads, [id]: thread } };
}
