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
      return accepted(begun(state, frame), frame);
    case "availability.changed":
      return { ...state, site: frame.site };
    case "request.changed":
      return requested(state, frame);
    case "problem":
      return frame.re === "request.open" ? notRequested(state, frame) : inThread(state, frame);
    default:
      return inThread(state, frame);
  }
}

function welcomed(state: LineState, frame: FrameOf<"welcome">): LineState {
  // Another epoch: what was cached may never have happened. The threads stay watched, and load anew (H5).
  const stale = state.epoch !== null && state.epoch !== frame.epoch;
  const threads = Object.entries(state.threads).map(([id, thread]) => [
    id,
    stale ? EMPTY_THREAD : { ...thread, typing: null },
  ]);
  return {
    ...state,
    epoch: frame.epoch,
    you: frame.you,
    site: frame.site,
    team: frame.team,
    conversations: frame.conversations,
    requests: Object.fromEntries(frame.conversations.flatMap(({ id, request }) => (request ? [[id, request]] : []))),
    threads: Object.fromEntries(threads),
  };
}

/** A conversation that began since the welcome is one of the visitor's own, with a number of its own. */
function begun(state: LineState, { conversationId: id, number, seq }: FrameOf<"message.accepted">): LineState {
  if (!number || state.conversations.some((head) => head.id === id)) return state;
  const seen = { visitor: 0, agent: 0 };
  const head = { id, number, state: "open", lastSeq: seq, lastMessage: null, seen, request: null } as const;
  return { ...state, conversations: [head, ...state.conversations] };
}

/**
 * An accepted draft becomes a message of the thread here and now; the relay's own echo of it then changes nothing. Where an
 * event that came before it is still on its way, the draft is shown until that is there.
 */
function accepted(state: LineState, { conversationId, id, seq, at }: FrameOf<"message.accepted">): LineState {
  const draft = state.outbox.find((candidate) => candidate.id === id);
  const thread = state.threads[conversationId];
  if (!draft || !state.you) return state;
  if (!thread) return { ...state, outbox: state.outbox.filter((candidate) => candidate !== draft) };
  const author: Author = state.you.kind === "agent" ? state.you : { kind: "visitor" };
  const message = { kind: "message", seq, id, author, text: draft.text, at } as const;
  const known = thread.entries.some((entry) => entry.seq === seq);
  return withThread(state, conversationId, known ? thread : addEntries(thread, [message]));
}

/** Threads that nobody opened here are not built from what happens to pass. */
function inThread(state: LineState, frame: RelayFrame): LineState {
  const id = "conversationId" in frame && frame.conversationId;
  const thread = id && state.threads[id];
  if (!thread) return state;
  const next = applyToThread(thread, frame);
  return next === thread ? state : withThread(state, id, next);
}

/** The ticket as the relay has it now: whatever was under way has become it. */
function requested(state: LineState, { conversationId, request }: FrameOf<"request.changed">): LineState {
  const { [conversationId]: _, ...requesting } = state.requesting;
  return { ...state, requests: { ...state.requests, [conversationId]: request }, requesting };
}

/** What is wrong is said beside the field. A relay that broke may not know which conversation it was about: then all of them. */
function notRequested(state: LineState, { conversationId, code }: FrameOf<"problem">): LineState {
  const requesting = Object.entries(state.requesting).map(([id, asked]) => [
    id,
    !conversationId || id === conversationId ? { ...asked, problem: code } : asked,
  ]);
  return { ...state, requesting: Object.fromEntries(requesting) };
}

/** Puts a thread in its place; a draft that is now one of its messages has left the outbox (R4). */
export function withThread(state: LineState, id: string, thread: Thread): LineState {
  const isShown = (draft: { id: string }) =>
    thread.entries.some((entry) => entry.kind === "message" && entry.id === draft.id);
  const outbox = state.outbox.some(isShown) ? state.outbox.filter((draft) => !isShown(draft)) : state.outbox;
  return { ...state, outbox, threads: { ...state.threads, [id]: thread } };
}
