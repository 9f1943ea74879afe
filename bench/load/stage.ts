import type { LoadSocket } from "./socket.ts";

/** Everybody who is connected to a server under test, seen from the load. */
export interface Stage {
  readonly visitors: number;
  readonly agents: number;
  /** Lets a visitor say message `number`. Numbers are never used twice. */
  send(visitor: number, number: number): void;
  /** Calls back when a message has reached an agent. One listener at a time. */
  onDelivered(listener: Delivered): void;
  close(): void;
}

export type Delivered = (visitor: number, number: number) => void;

/** A message id that says who wrote it and which it is, so that the agents' end need not remember. */
export function messageId(visitor: number, number: number): string {
  return visitor.toString(16).padStart(16, "0") + number.toString(16).padStart(16, "0");
}

const ID_FIELD = '"id":"';
const HALF = 16;

/**
 * Finds whose message a frame carries, and which, without parsing all of it: the load must stay lighter than what it measures.
 *
 * @param after what such a frame has before the message's id
 */
export function readMessage(frame: Buffer, after: string): [visitor: number, number: number] | undefined {
  const place = frame.indexOf(after);
  if (place < 0) return undefined;
  const start = frame.indexOf(ID_FIELD, place) + ID_FIELD.length;
  const middle = start + HALF;
  return [hexAt(frame, start, middle), hexAt(frame, middle, middle + HALF)];
}

function hexAt(frame: Buffer, start: number, end: number): number {
  return Number.parseInt(frame.toString("latin1", start, end), 16);
}

/** Sends a frame and waits for an answer that has something in it. Meanwhile the socket's listener hears on. */
export function exchange(socket: LoadSocket, frame: string, answer: string): Promise<void> {
  const before = socket.onText;
  return new Promise((resolve) => {
    socket.onText = (heard) => {
      before(heard);
      if (!heard.includes(answer)) return;
      socket.onText = before;
      resolve();
    };
    socket.send(frame);
  });
}

const AT_ONCE = 50;

/** Does something for 0 to count - 1, a few at a time: the kernel's queue of connections is short. */
export async function forEach<T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  while (done.length < count) {
    const group = Array.from({ length: Math.min(AT_ONCE, count - done.length) }, (_, index) =>
      act(done.length + index),
    );
    done.push(...(await Promise.all(group)));
  }
  return done;
}

/** Ends the run: what was measured would not be what the report says. */
export function fail(what: string): never {
  console.error(`The server under test did what it should not: ${what}`);
  process.exit(1);
}
