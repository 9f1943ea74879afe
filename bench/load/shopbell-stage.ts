import { randomBytes } from "node:crypto";
import type { AgentFrame, VisitorFrame } from "@shopbell/protocol/types";
import { type Cast, type Target, TEXT } from "../plan.ts";
import { preparedConversation, preparedStride } from "../prepared.ts";
import { connectAgent, connectKnownVisitor, connectNewVisitor } from "./shopbell-socket.ts";
import type { LoadSocket } from "./socket.ts";
import { type Delivered, exchange, forEach, messageId, readMessage, type Stage } from "./stage.ts";

type MessageSend = Extract<VisitorFrame, { type: "message.send" }>;
type ConversationOpen = Extract<AgentFrame, { type: "conversation.open" }>;

/** What stands before the message's id in the frames that the agents listen to. */
const BEFORE_ID = { entries: '"entry":{"kind":"message"', rows: '"lastMessage":{"kind":"message"' } as const;

/** A visitor in a conversation of theirs. */
interface Talk {
  readonly socket: LoadSocket;
  readonly conversationId: string;
}

/** Connects everybody to the relay: each visitor is in a conversation, and the agents hear all of them. */
export async function openShopbellStage(target: Target, cast: Cast): Promise<Stage> {
  const talks = await forEach(cast.visitors, (visitor) => (cast.prepared > 0 ? goOn : begin)(target, visitor, cast));
  let delivered: Delivered = () => undefined;
  const agents = await forEach(cast.agents, async () => {
    const agent = await connectAgent(target);
    if (cast.hears === "entries") for (const { conversationId } of talks) await open(agent, conversationId);
    const idle = agent.onText;
    agent.onText = (frame) => {
      const message = readMessage(frame, BEFORE_ID[cast.hears]);
      if (message) delivered(...message);
      else idle(frame);
    };
    return agent;
  });
  return {
    visitors: cast.visitors,
    agents: cast.agents,
    send(visitor, number) {
      const talk = talks[visitor];
      talk?.socket.send(said(talk.conversationId, messageId(visitor, number)));
    },
    onDelivered(listener) {
      delivered = listener;
    },
    close() {
      for (const socket of [...agents, ...talks.map((talk) => talk.socket)]) socket.cut();
    },
  };
}

async function begin(target: Target, visitor: number): Promise<Talk> {
  const conversationId = randomBytes(16).toString("hex");
  const socket = await connectNewVisitor(target);
  await exchange(socket, said(conversationId, messageId(visitor, 0), { start: true }), '"message.accepted"');
  return { socket, conversationId };
}

/**
 * Takes open conversations from all over the database, so that no page of it holds more than one of them; each round takes
 * others, in which nothing was said before.
 */
async function goOn(target: Target, visitor: number, { prepared, visitors, round = 0 }: Cast): Promise<Talk> {
  const index = (round * visitors + visitor) * preparedStride(prepared);
  return { socket: await connectKnownVisitor(target, index), conversationId: preparedConversation(index) };
}

function open(agent: LoadSocket, conversationId: string): Promise<void> {
  const frame = { type: "conversation.open", conversationId, after: null } as ConversationOpen;
  return exchange(agent, JSON.stringify(frame), '"resumed"');
}

function said(conversationId: string, id: string, beginning: { start?: true } = {}): string {
  return JSON.stringify({ type: "message.send", conversationId, id, text: TEXT, ...beginning } as MessageSend);
}
