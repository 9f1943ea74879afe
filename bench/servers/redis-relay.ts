// The bare relay, grown to many: a Redis channel for each conversation, what one turn of the event loop publishes in one
// pipeline, and local agents served without the detour. It stores nothing and acknowledges nothing.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ChainableCommander, Redis } from "ioredis";
import { type WebSocket, WebSocketServer } from "ws";
import { added, isSaid, isWatch, WATCHING } from "./peer-frames.ts";
import { ready } from "./under-test.ts";

const publisher = new Redis(process.env["REDIS_URL"] ?? "");
const subscriber = publisher.duplicate();
await Promise.all([once(publisher, "ready"), once(subscriber, "ready")]);

/** Stands before everything that this relay publishes: it has served its own agents by itself. */
const relayId = randomBytes(4).toString("hex");
const agents = new Map<string, WebSocket>();
let turn: ChainableCommander | undefined;

function publish(conversationId: string, text: string): void {
  agents.get(conversationId)?.send(text);
  if (turn === undefined) setImmediate(endTurn);
  turn ??= publisher.pipeline();
  turn.publish(conversationId, relayId + text);
}

function endTurn(): void {
  turn?.exec();
  turn = undefined;
}

async function watch(agent: WebSocket, ids: readonly string[]): Promise<void> {
  for (const id of ids) agents.set(id, agent);
  await subscriber.subscribe(...ids);
  agent.send(WATCHING);
}

subscriber.on("message", (conversationId, message) => {
  if (!message.startsWith(relayId)) agents.get(conversationId)?.send(message.slice(relayId.length));
});

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false, maxPayload: 65_536 });
server.on("connection", (socket) => {
  socket.on("message", (frame: Buffer) => {
    const said: unknown = JSON.parse(frame.toString());
    if (isSaid(said)) publish(said.conversationId, JSON.stringify(added(said)));
    else if (isWatch(said)) watch(socket, said.ids);
  });
});
server.on("listening", () => ready({ port: (server.address() as AddressInfo).port }));
