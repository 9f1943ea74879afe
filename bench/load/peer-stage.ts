import { type Cast, type Target, TEXT } from "../plan.ts";
import type { Said, Watch } from "../servers/peer-frames.ts";
import { LoadSocket } from "./socket.ts";
import { type Delivered, exchange, fail, forEach, messageId, readMessage, type Stage } from "./stage.ts";

/** How a peer's frames are put on the wire. */
interface Dialect {
  readonly path: string;
  /** What makes a connection one, after the upgrade, and what tells that it is. */
  readonly hello: { readonly frame: string; readonly answer: string } | null;
  readonly heartbeat: { readonly frame: string; readonly answer: string } | null;
  said(said: Said): string;
  watch(watch: Watch): string;
  readonly watching: string;
}

const PLAIN: Dialect = {
  path: "/",
  hello: null,
  heartbeat: null,
  said: (said) => JSON.stringify(said),
  watch: (watch) => JSON.stringify(watch),
  watching: '"watching"',
};

/** Engine.IO 4 and Socket.IO 5, as far as this needs them: 2 ping, 3 pong, 40 connect, 42 event, 43 answer. */
const SOCKET_IO: Dialect = {
  path: "/socket.io/?EIO=4&transport=websocket",
  hello: { frame: "40", answer: "40{" },
  heartbeat: { frame: "2", answer: "3" },
  said: (said) => `42${JSON.stringify(["message.send", said])}`,
  watch: (watch) => `420${JSON.stringify(["conversations.watch", watch])}`,
  watching: "430[",
};

/** Connects everybody to one of the peers. Its agents hear every conversation. */
export async function openPeerStage(target: Target, cast: Cast): Promise<Stage> {
  const dialect = dialectOf(target);
  const ids = Array.from({ length: cast.visitors }, (_, visitor) => messageId(visitor, 0));
  let delivered: Delivered = () => undefined;
  const agents = await forEach(cast.agents, async () => {
    const agent = await connectPeer(target.agentPort, dialect);
    await exchange(agent, dialect.watch({ type: "conversations.watch", ids }), dialect.watching);
    const idle = agent.onText;
    agent.onText = (frame) => {
      const message = readMessage(frame, '"entry.added"');
      if (message) delivered(...message);
      else idle(frame);
    };
    return agent;
  });
  const visitors = await forEach(cast.visitors, () => connectPeer(target.visitorPort, dialect));
  return {
    visitors: cast.visitors,
    agents: cast.agents,
    send(visitor, number) {
      const id = messageId(visitor, number);
      visitors[visitor]?.send(
        dialect.said({ type: "message.send", conversationId: ids[visitor] ?? "", id, text: TEXT }),
      );
    },
    onDelivered(listener) {
      delivered = listener;
    },
    close() {
      for (const socket of [...agents, ...visitors]) socket.cut();
    },
  };
}

/** Connects somebody who only stays. */
export async function connectIdlePeer(target: Target, from: string): Promise<LoadSocket> {
  return connectPeer(target.visitorPort, dialectOf(target), from);
}

async function connectPeer(port: number, { path, hello, heartbeat }: Dialect, from?: string): Promise<LoadSocket> {
  const socket = await LoadSocket.open({ port, path, ...(from && { from }) });
  socket.onClose = (code) => fail(`a socket was closed with ${code}`);
  if (hello) await exchange(socket, hello.frame, hello.answer);
  if (heartbeat) {
    socket.onText = (frame) => {
      if (frame.toString() === heartbeat.frame) socket.send(heartbeat.answer);
    };
  }
  return socket;
}

function dialectOf({ language }: Target): Dialect {
  return language === "socket.io" ? SOCKET_IO : PLAIN;
}
