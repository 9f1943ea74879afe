// The yardstick: a visitor-to-agent relay on ws and nothing else. It parses, checks, stamps and forwards; it stores nothing,
// acknowledges nothing, and knows nobody.
import { type WebSocket, WebSocketServer } from "ws";

interface Said {
  type: "message.send";
  conversationId: string;
  id: string;
  text: string;
}

function isSaid(value: unknown): value is Said {
  if (typeof value !== "object" || value === null) return false;
  const { type, conversationId, id, text } = value as Record<string, unknown>;
  return (
    type === "message.send" &&
    typeof conversationId === "string" &&
    typeof id === "string" &&
    typeof text === "string" &&
    text.length > 0 &&
    text.length <= 4_000
  );
}

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false, maxPayload: 65_536 });
let agent: WebSocket | undefined;

server.on("connection", (socket, request) => {
  if (request.url === "/agent") agent = socket;
  socket.on("message", (frame: Buffer) => {
    const said: unknown = JSON.parse(frame.toString());
    if (isSaid(said)) agent?.send(JSON.stringify({ ...said, at: Date.now() }));
  });
});

server.on("listening", () => {
  const address = server.address();
  if (typeof address === "object") process.send?.({ port: address?.port });
});

process.on("SIGTERM", () => process.exit());
