import { randomBytes } from "node:crypto";
import { PROTOCOL_VERSION } from "@shopbell/protocol/limits";
import type { AgentFrame, RelayFrame, VisitorFrame } from "@shopbell/protocol/types";
import type { WebSocket } from "ws";
import { type Target, TEXT, VISITORS } from "./scenario.ts";
import { connect, connectMany, type Delivered, messageId, readMessageId, type Stage } from "./stage.ts";

const HELLO = { type: "hello", protocol: PROTOCOL_VERSION, cursors: {}, epoch: null };

/**
 * Connects everybody to the relay: each visitor begins a conversation, and the agent opens all of them.
 *
 * The load keeps the relay honest: a refusal, or a socket that the relay closes, ends the run.
 */
export async function openShopbellStage(target: Target): Promise<Stage> {
  const origin = `http://127.0.0.1:${target.port}`;
  const base = origin.replace("http", "ws");
  const conversations = Array.from({ length: VISITORS }, () => randomBytes(16).toString("hex"));
  const visitors = await connectMany(VISITORS, async (index) => {
    const socket = guarded(await connect(`${base}/v1/sites/demo/socket`, { origin }));
    await exchange(socket, { ...HELLO, token: null }, "welcome");
    await exchange(socket, said(conversations[index], messageId(index, 0), true), "message.accepted");
    return socket;
  });
  const agent = guarded(await connect(`${base}/v1/agent/socket`, { origin, cookie: target.cookie ?? "" }));
  await exchange(agent, HELLO, "inbox.loaded");
  for (const conversationId of conversations) {
    await exchange(agent, { type: "conversation.open", conversationId, after: null }, "resumed");
  }
  let delivered: Delivered = () => undefined;
  agent.on("message", (frame: Buffer) => {
    const text = frame.toString();
    if (typeOf(text) !== "entry.added") return;
    const { entry } = JSON.parse(text) as Extract<RelayFrame, { type: "entry.added" }>;
    if (entry.kind === "message") delivered(...readMessageId(entry.id));
  });
  return {
    visitors: VISITORS,
    send(visitor, number) {
      visitors[visitor]?.send(JSON.stringify(said(conversations[visitor], messageId(visitor, number))));
    },
    onDelivered(listener) {
      delivered = listener;
    },
    close() {
      for (const socket of [agent, ...visitors]) socket.removeAllListeners("close").terminate();
    },
  };
}

function said(conversationId: string | undefined, id: string, start?: true): object {
  return { type: "message.send", conversationId, id, text: TEXT, start };
}

/** Sends a frame and waits for the answer that has this type. */
function exchange(socket: WebSocket, frame: object, answer: RelayFrame["type"]): Promise<void> {
  return new Promise((resolve) => {
    const listen = (heard: Buffer) => {
      if (typeOf(heard.toString()) !== answer) return;
      socket.off("message", listen);
      resolve();
    };
    socket.on("message", listen);
    socket.send(JSON.stringify(frame));
  });
}

const ALARMING = new Set(["message.refused", "problem", "reset", "goaway"]);
const ANSWER: VisitorFrame & AgentFrame = { type: "heartbeat.answer" };

/** Answers heartbeats, and gives up loudly on everything that must not happen in a measurement. */
function guarded(socket: WebSocket): WebSocket {
  socket.on("close", (code) => fail(`a socket was closed with ${code}`));
  return socket.on("message", (frame: Buffer) => {
    const type = typeOf(frame.toString());
    if (type === "heartbeat") socket.send(JSON.stringify(ANSWER));
    if (ALARMING.has(type)) fail(frame.toString());
  });
}

function fail(what: string): never {
  console.error(`The relay under test did what it should not: ${what}`);
  process.exit(1);
}

/** The type of a frame, without parsing all of it: the load must stay lighter than what it measures. */
function typeOf(frame: string): string {
  return /"type":"([a-z.]+)"/.exec(frame)?.[1] ?? "";
}
