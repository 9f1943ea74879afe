import type {
  AgentMessageSend,
  AnswerCard,
  AvailabilitySet,
  ConversationId,
  MessageId,
  MessageSend,
  ProblemCode,
} from "@shopbell/protocol";
import { PROBLEMS } from "@shopbell/protocol";
import { CLOSE } from "@shopbell/protocol/limits";
import { cardOf } from "../answers/answer-card.ts";
import type { Party } from "../conversations/party.ts";
import type { Sent } from "../conversations/send-message.ts";
import type { NotStored } from "./desk.ts";
import type { PeerFrame } from "./parse-frame.ts";
import type { Peer } from "./peer.ts";
import { openTicket } from "./request-frames.ts";

type Request = Exclude<PeerFrame, { type: "hello" }>;
/** A message as either side sends it: what only the other side's have is absent. */
type Sending = MessageSend & Pick<AgentMessageSend, "answer">;
type AnswerNamed = NonNullable<AgentMessageSend["answer"]>;
type SeenSet = Extract<PeerFrame, { type: "seen.set" }>;

/**
 * Answers one frame of somebody who was welcomed. A promise is returned only where something must be read:
 * sending, the hot path, makes none.
 */
export function answerFrame(peer: Peer, party: Party, frame: Request): Promise<void> | undefined {
  switch (frame.type) {
    case "message.send":
      return sendMessage(peer, party, frame);
    case "seen.set":
      return see(peer, party, frame);
    case "typing.set":
      return void peer.watches.type(party, frame.conversationId, frame.typing);
    case "conversation.open":
      return open(peer, party, frame.conversationId, frame.after);
    case "conversation.leave":
      return void peer.watches.stop(frame.conversationId);
    case "history.fetch":
      return fetchHistory(peer, party, frame.conversationId, frame.before);
    case "visitor.forget":
      return forget(peer, party);
    case "request.open":
      return openTicket(peer, party, frame);
    case "availability.set":
      return setAvailability(peer, party, frame);
    case "probe":
      return void peer.heartbeat();
    case "heartbeat.answer":
      return undefined; // that it was heard is all there is to it
  }
}

/** Says that a message was not stored, and whether it may be sent again. */
export function refuse(
  peer: Peer,
  { conversationId, id }: { conversationId: ConversationId; id: MessageId },
  reason: ProblemCode,
  retryInMs?: number,
): void {
  peer.context.counters.refusals[reason] += 1;
  const pause = retryInMs === undefined ? {} : { retryInMs };
  peer.send({ type: "message.refused", conversationId, id, reason, retry: PROBLEMS[reason].retry, ...pause });
}

function sendMessage(peer: Peer, party: Party, frame: Sending): Promise<void> | undefined {
  const arrivedAt = performance.now();
  const pauseMs = peer.messagePauseMs();
  if (pauseMs > 0) {
    refuse(peer, frame, "too-fast", pauseMs);
    return undefined;
  }
  if (frame.start === true && !peer.watches.has(frame.conversationId)) return begin(peer, party, frame, arrivedAt);
  if (frame.answer !== undefined) return sendCard(peer, party, frame, frame.answer, arrivedAt);
  peer.context.desk.send(party, frame, false, (sent) => answerSent(peer, frame, sent, arrivedAt));
  return undefined;
}

/** What the card says is what the shop has published, and not what the agent's end believes it to be. */
async function sendCard(
  peer: Peer,
  party: Party,
  frame: Sending,
  answer: AnswerNamed,
  arrivedAt: number,
): Promise<void> {
  let card: AnswerCard | null;
  try {
    card = await cardFor(peer, party, frame.conversationId, answer);
  } catch (error) {
    peer.context.fault(error);
    return refuse(peer, frame, "storage-failed");
  }
  peer.context.desk.send(party, { ...frame, card }, false, (sent) => answerSent(peer, frame, sent, arrivedAt));
}

async function cardFor(
  { context }: Peer,
  party: Party,
  conversationId: ConversationId,
  { id, locale }: AnswerNamed,
): Promise<AnswerCard | null> {
  const conversation = await context.conversations.reach(party, conversationId);
  if (conversation === undefined) return null;
  const { key } = conversation.site;
  const answer = (await context.shelf.of(key)).answer(id, locale);
  return answer === undefined ? null : cardOf(key, answer);
}

/**
 * S7. The conversation is followed before it exists, so that no answer to it is missed. Only where it would begin is it taken
 * from the budget, outside of any transaction: sending again costs nothing. Frames behind this one wait, because they may speak
 * of the conversation that it begins.
 */
async function begin(peer: Peer, party: Party, frame: MessageSend, arrivedAt: number): Promise<void> {
  const { conversationId } = frame;
  const conclude = (sent: Sent | NotStored) => {
    answerSent(peer, frame, sent, arrivedAt);
    if (sent.kind === "refused") peer.watches.stop(conversationId);
    else if (!sent.began) peer.refill(conversationId); // it had begun before, and this end was never told
  };
  /** Resolves to whether the visitor's budget must be asked first. */
  const attempt = (mayBegin: boolean) =>
    new Promise<boolean>((resolve) => {
      peer.context.desk.send(party, frame, mayBegin, (sent) => {
        const asksBudget = !mayBegin && sent.kind === "refused" && sent.reason === "too-fast";
        if (!asksBudget) conclude(sent);
        resolve(asksBudget);
      });
    });
  await peer.watches.prepare(conversationId);
  if (!(await attempt(false))) return;
  if (await peer.mayBegin()) await attempt(true);
  else conclude({ kind: "refused", reason: "too-fast" });
}

function answerSent(peer: Peer, frame: MessageSend, sent: Sent | NotStored, arrivedAt: number): void {
  if (peer.isClosed) return;
  if (sent.kind === "accepted") {
    const { conversationId, id } = frame;
    const begun = frame.start === true ? { number: sent.conversation.number } : {};
    peer.send({ type: "message.accepted", conversationId, id, seq: sent.seq, at: sent.at, ...begun });
    peer.context.counters.ackSeconds.observe((performance.now() - arrivedAt) / 1_000);
    if (sent.began) peer.watches.begin(conversationId);
  } else {
    refuse(peer, frame, sent.reason);
    if (sent.reason === "unauthorized") peer.close(CLOSE.unauthorized);
  }
}

/** A marker that could not be stored is stored later: who has seen something does not say so twice. */
function see(peer: Peer, party: Party, frame: SeenSet): undefined {
  if (party.kind === "rule") return;
  const { conversationId, seq } = frame;
  peer.context.desk.see(party, conversationId, seq, (outcome) => {
    if (peer.isClosed || outcome.kind !== "refused") return;
    if (outcome.reason === "storage-failed") return peer.later(frame);
    peer.problem(outcome.reason, "seen.set", conversationId);
    if (outcome.reason === "unauthorized") peer.close(CLOSE.unauthorized);
  });
}

async function open(peer: Peer, party: Party, id: ConversationId, after: number | null): Promise<void> {
  if (peer.watches.areFull && !peer.watches.has(id)) return peer.problem("overloaded", "conversation.open", id);
  peer.watches.hold(id);
  await peer.context.journal.settled();
  const conversation = await peer.context.conversations.reach(party, id);
  if (conversation === undefined) {
    peer.watches.stop(id);
    return peer.problem("not-found", "conversation.open", id);
  }
  peer.opening(conversation);
  await peer.watches.open(conversation, after);
}

/** H7. It goes on when the socket is gone: whoever forgets closes it in the same breath. */
async function forget(peer: Peer, party: Party): Promise<void> {
  if (party.kind !== "visitor") return;
  if (!(await peer.context.desk.forget(party))) peer.problem("storage-failed", "visitor.forget");
}

async function setAvailability(peer: Peer, party: Party, { availability, idle }: AvailabilitySet): Promise<void> {
  if (party.kind !== "agent") return;
  const reason = idle === true ? "idle" : "chosen";
  await peer.context.shop.choose(party.id, availability === "away" ? reason : null);
}

async function fetchHistory(peer: Peer, party: Party, id: ConversationId, before: number): Promise<void> {
  await peer.context.journal.settled();
  const conversation = await peer.context.conversations.reach(party, id);
  if (conversation === undefined) return peer.problem("not-found", "history.fetch", id);
  const { items, more } = await peer.context.conversations.pageBefore(conversation, before);
  peer.send({ type: "history.page", conversationId: id, entries: [...items], more });
}
