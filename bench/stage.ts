import { once } from "node:events";
import { WebSocket } from "ws";

/** Everybody who is connected to a server under test, seen from the load. */
export interface Stage {
  readonly visitors: number;
  /** Lets a visitor say message `number`. Numbers are never used twice. */
  send(visitor: number, number: number): void;
  /** Calls back when a message has reached the agent. One listener at a time. */
  onDelivered(listener: Delivered): void;
  close(): void;
}

export type Delivered = (visitor: number, number: number) => void;

/** A message id that says who wrote it and which it is, so that the agent's end need not remember. */
export function messageId(visitor: number, number: number): string {
  return visitor.toString(16).padStart(16, "0") + number.toString(16).padStart(16, "0");
}

export function readMessageId(id: string): [visitor: number, number: number] {
  return [Number.parseInt(id.slice(0, 16), 16), Number.parseInt(id.slice(16), 16)];
}

/** Opens a socket. Resolves when the upgrade is done. */
export async function connect(url: string, headers: Record<string, string> = {}): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false, skipUTF8Validation: true });
  await once(socket, "open");
  return socket;
}

/** Opens `count` sockets, a few at a time: the kernel's queue of connections is short. */
export async function connectMany(count: number, open: (index: number) => Promise<WebSocket>): Promise<WebSocket[]> {
  const sockets: WebSocket[] = [];
  while (sockets.length < count) {
    const group = Array.from({ length: Math.min(50, count - sockets.length) }, (_, index) =>
      open(sockets.length + index),
    );
    sockets.push(...(await Promise.all(group)));
  }
  return sockets;
}
