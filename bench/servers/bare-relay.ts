// The yardstick: a visitor-to-agent relay on ws and nothing else. It parses, checks, stamps and forwards to every agent; it
// stores nothing, acknowledges nothing, and knows nobody.
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { added, isSaid, isWatch, WATCHING } from "./peer-frames.ts";
import { ready } from "./under-test.ts";

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false, maxPayload: 65_536 });
const agents = new Set<WebSocket>();

server.on("connection", (socket) => {
  socket.on("message", (frame: Buffer) => {
    const said: unknown = JSON.parse(frame.toString());
    if (isSaid(said)) {
      const text = JSON.stringify(added(said));
      for (const agent of agents) agent.send(text);
    } else if (isWatch(said)) {
      agents.add(socket);
      socket.send(WATCHING);
    }
  });
  socket.on("close", () => agents.delete(socket));
});

server.on("listening", () => ready({ port: (server.address() as AddressInfo).port }));
