// The same on socket.io, as its manual has it: a socket.io room for each conversation, and its Redis adapter where REDIS_URL is
// set. It stores nothing and acknowledges nothing.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdapter } from "@socket.io/redis-adapter";
import { Redis } from "ioredis";
import { Server } from "socket.io";
import { added, isSaid, isWatch } from "./peer-frames.ts";
import { ready } from "./under-test.ts";

const http = createServer();
const io = new Server(http, { transports: ["websocket"], serveClient: false });

const { REDIS_URL } = process.env;
if (REDIS_URL) {
  const publisher = new Redis(REDIS_URL);
  const subscriber = publisher.duplicate();
  await Promise.all([once(publisher, "ready"), once(subscriber, "ready")]);
  io.adapter(createAdapter(publisher, subscriber));
}

io.on("connection", (socket) => {
  socket.on("message.send", (said: unknown) => {
    if (isSaid(said)) io.to(said.conversationId).emit("entry.added", added(said));
  });
  socket.on("conversations.watch", async (watch: unknown, answer: () => void) => {
    if (!isWatch(watch)) return;
    await socket.join([...watch.ids]);
    answer();
  });
});

http.listen(0, "127.0.0.1", () => ready({ port: (http.address() as AddressInfo).port }));
