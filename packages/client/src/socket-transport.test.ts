import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { socketTransport } from "./socket-transport.ts";
import type { Hello } from "./transport.ts";

const HELLO: Hello = { type: "hello", protocol: 1, cursors: {}, epoch: null, token: null };

class FakeSocket {
  static readonly OPEN = 1;
  static last: FakeSocket;
  readyState = 1;
  readonly sent: string[] = [];
  onopen = () => {};
  onmessage = (_event: { data: string }) => {};
  onclose = (_event: { code: number }) => {};
  onerror = () => {};

  constructor() {
    FakeSocket.last = this;
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.readyState = 3;
    this.onclose({ code: 1005 });
  }
}

function connect() {
  const heard: string[] = [];
  const closed: number[] = [];
  const events = {
    frame: (frame: { type: string }) => heard.push(frame.type),
    closed: (code: number) => closed.push(code),
  };
  const link = socketTransport("ws://relay").connect(() => HELLO, events);
  return { link, heard, closed, socket: FakeSocket.last };
}

beforeEach(() => vi.stubGlobal("WebSocket", FakeSocket));
afterEach(() => vi.unstubAllGlobals());

test("[H1] hello is the first thing said", () => {
  const { socket } = connect();

  socket.onopen();

  expect(socket.sent).toEqual([JSON.stringify(HELLO)]);
});

test("a damaged frame ends the link once, and nothing behind it is heard", () => {
  const { socket, heard, closed } = connect();
  socket.onmessage({ data: '{"type":"heartbeat","heads":{}}' });

  socket.onmessage({ data: '{"type":"entry.add' });
  socket.onmessage({ data: '{"type":"heartbeat","heads":{}}' });

  expect(heard).toEqual(["heartbeat"]);
  expect(closed).toEqual([1005]);
});

test("a link that was given up says nothing, and hears nothing", () => {
  const { link, socket, heard, closed } = connect();

  link.close();
  link.send({ type: "probe" });
  socket.onmessage({ data: '{"type":"heartbeat","heads":{}}' });

  expect([heard, closed, socket.sent]).toEqual([[], [], []]);
});
