// Consoles in a process of their own, so that what they read costs the people beside them no time: address of the relay,
// origin, and cookies as arguments. They read until they are told to stop.
import { WebSocket } from "ws";

const PROTOCOL = 1;

const [relay = "", origin = "", ...cookies] = process.argv.slice(2);

const sockets = cookies.map((cookie, index) => {
  const localAddress = `127.5.0.${index + 1}`;
  const socket = new WebSocket(`${relay}/v1/agent/socket`, {
    localAddress,
    origin,
    headers: { cookie },
    perMessageDeflate: false,
  });
  socket.on("open", () => socket.send(JSON.stringify({ type: "hello", protocol: PROTOCOL, epoch: null, cursors: {} })));
  socket.on("message", (frames) => {
    if (String(frames).includes('"heartbeat"')) socket.send('{"type":"heartbeat.answer"}');
  });
  return socket;
});

await Promise.all(
  sockets.map((socket) => new Promise((resolve, reject) => socket.once("message", resolve).once("error", reject))),
);
process.send?.("reading");
process.on("message", () => {
  for (const socket of sockets) socket.pause();
});
