import type { ConversationId, MessageId, MessageSend, ProblemCode } from "@shopbell/protocol";
import { PROBLEMS } from "@shopbell/protocol";
import { CLOSE } from "@shopbell/protocol/limits";
import type { Party } from "../conversations/party.ts";
import type { Sent } from "../conversations/send-message.ts";
import type { NotStored } from "./desk.ts";
import type { PeerFrame } from "./parse-frame.ts";
import type { Peer } from "./peer.ts";

type Request = Exclude<PeerFrame, { type: "hello" }>;

/**
 * Answers one frame of somebody who was welcomed. A promise is returned only where something must be read:
 * sending, the hot path, makes none.
 */
export function answerFrame(peer: Peer, party: Party, frame: Request): Promise<void> | undefined {
  switch (frame.type) {
    case "message.send":
      return sendMessage(peer, party, frame);
    case "seen.set":
      return see(peer, party, frame.conversationId, frame.seq);
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
  const pause = retryInMs === undefined ? {} : { retryInMs };
  peer.send({ type: "message.refused", conversationId, id, reason, retry: PROBLEMS[reason].retry, ...pause });
}

function sendMessage(peer: Peer, party: Party, frame: MessageSend): undefined {
  const pauseMs = peer.messagePauseMs();
  if (pauseMs > 0) {
    peer.context.counters.tooFast += 1;
    refuse(peer, frame, "too-fast", pauseMs);
    return;
  }
  // The transaction may run twice; the budget for new conversations is asked once.
  let mayBegin: boolean | undefined;
  peer.context.desk.send(
    party,
    frame,
    () => (mayBegin ??= peer.mayBegin()),
    (sent) => answerSent(peer, frame, sent),
  );
}

function answerSent(peer: Peer, frame: MessageSend, sent: Sent | NotStored): void {
  if (peer.isClosed) return;
  if (sent.kind === "accepted") {
    const { conversationId, id } = frame;
    if (sent.began) peer.watches.begin(conversationId);
    peer.send({ type: "message.accepted", conversationId, id, seq: sent.seq, at: sent.at });
  } else {
    refuse(peer, frame, sent.reason);
    if (sent.reason === "unauthorized") peer.close(CLOSE.unauthorized);
  }
}

function see(peer: Peer, party: Party, id: ConversationId, seq: number): undefined {
  peer.context.desk.see(party, id, seq, (outcome) => {
    if (peer.isClosed || outcome.kind !== "refused") return;
    peer.problem(outcome.reason, "seen.set", id);
    if (outcome.reason === "unauthorized") peer.close(CLOSE.unauthorized);
  });
}

async function open(peer: Peer, party: Party, id: ConversationId, after: number | null): Promise<void> {
  if (peer.watches.areFull && !peer.watches.has(id)) return peer.problem("overloaded", "conversation.open", id);
  await peer.context.journal.settled();
  const conversation = await peer.context.conversations.reach(party, id);
  if (conversation === undefined) return peer.problem("not-found", "conversation.open", id);
  peer.opening(conversation);
  await peer.watches.open(conversation, after);
}

/** H7. It goes on when the socket is gone: whoever forgets closes it in the same breath. */
async function forget({ context }: Peer, party: Party): Promise<void> {
  await context.journal.settled();
  const own = await context.conversations.ofVisitor(party.id);
  const open = own.filter((conversation) => conversation.state === "open");
  await Promise.all(open.map(({ id }) => context.desk.change(party, id, "close")));
  await context.visitors.forget(party.id);
}

async function fetchHistory(peer: Peer, party: Party, id: ConversationId, before: number): Promise<void> {
  await peer.context.journal.settled();
  const conversation = await peer.context.conversations.reach(party, id);
  if (conversation === undefined) return peer.problem("not-found", "history.fetch", id);
  const { items, more } = await peer.context.conversations.pageBefore(conversation, before);
  peer.send({ type: "history.page", conversationId: id, entries: [...items], more });
}
