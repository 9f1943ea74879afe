import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import type { PollRequest, RelayFrame } from "@shopbell/protocol/types";
import { afterEach, expect, test, vi } from "vitest";
import { pollTransport } from "./poll-transport.ts";
import { FakeClock } from "./testing/index.ts";
import type { Hello } from "./transport.ts";

const WELCOME: RelayFrame = {
  type: "welcome",
  protocol: 1,
  epoch: "e1",
  at: 0,
  you: { kind: "visitor", id: "v" },
  site: null,
  team: [],
  conversations: [],
};
const HELLO: Hello = { type: "hello", protocol: 1, cursors: {}, epoch: null, token: "t" };
const SEND = { type: "message.send", conversationId: aConversationId(), id: aMessageId(), text: "Hello" } as const;

/** A relay behind fetch: each request is kept until the test answers it. */
function stubFetch() {
  const asked: { request: PollRequest; answer(frames: RelayFrame[], close?: number): void; fail(): void }[] = [];
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    init.signal?.addEventListener("abort", () => reject(new Error("aborted")));
    asked.push({
      request: JSON.parse(String(init.body)),
      answer: (frames, close) => resolve(Response.json({ frames, close })),
      fail: () => reject(new Error("no network")),
    });
    return promise;
  });
  return asked;
}

function connect(clock = new FakeClock()) {
  const heard: string[] = [];
  const closed: number[] = [];
  const link = pollTransport("https://relay/poll", clock).connect(() => HELLO, {
    frame: (frame) => heard.push(frame.type),
    closed: (code) => closed.push(code),
  });
  return { link, heard, closed };
}

afterEach(() => vi.unstubAllGlobals());

test("[B5] every poll says hello; only the first welcome is news, the others prove that the relay is there", async () => {
  const asked = stubFetch();
  const { heard } = connect();
  asked[0]?.answer([WELCOME]);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked.map(({ request }) => request.frames)).toEqual([[HELLO], [HELLO]]);
  expect(asked.map(({ request }) => request.waitMs)).toEqual([0, 25_000]);

  asked[1]?.answer([WELCOME]);
  await vi.waitFor(() => expect(asked).toHaveLength(3));

  expect(heard).toEqual(["welcome", "heartbeat"]);
});

test("[B5] what is sent goes out at once, beside the request that waits", async () => {
  const asked = stubFetch();
  const { link, heard } = connect();
  asked[0]?.answer([WELCOME]);
  await vi.waitFor(() => expect(asked).toHaveLength(2));

  link.send(SEND);
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(asked[2]?.request).toEqual({ frames: [HELLO, SEND], waitMs: 0 });
  asked[2]?.answer([
    WELCOME,
    { type: "message.accepted", conversationId: SEND.conversationId, id: SEND.id, seq: 1, at: 1 },
  ]);

  await vi.waitFor(() => expect(heard).toContain("message.accepted"));
});

test("[B5] after something was said, the request that waits asks again, so that it hears of what was begun", async () => {
  const asked = stubFetch();
  const { link, closed } = connect();
  asked[0]?.answer([WELCOME]);
  await vi.waitFor(() => expect(asked).toHaveLength(2));

  link.send(SEND);
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  asked[2]?.answer([WELCOME]);

  await vi.waitFor(() => expect(asked).toHaveLength(4));
  expect(asked[3]?.request).toMatchObject({ frames: [HELLO], waitMs: 25_000 });
  expect(closed).toEqual([]);
});

test("[B3] a probe asks at once, and any answer proves that the relay is there", async () => {
  const asked = stubFetch();
  const { link, heard, closed } = connect();
  asked[0]?.answer([WELCOME]);
  await vi.waitFor(() => expect(asked).toHaveLength(2));

  link.send({ type: "probe" });
  expect(asked[2]?.request).toEqual({ frames: [HELLO], waitMs: 0 });
  asked[2]?.answer([WELCOME]);

  await vi.waitFor(() => expect(heard).toEqual(["welcome", "heartbeat"]));
  expect(closed).toEqual([]);
});

test("[B5] a request that fails ends the link once; a close code is handed on", async () => {
  const asked = stubFetch();
  const lost = connect();
  asked[0]?.fail();
  await vi.waitFor(() => expect(lost.closed).toEqual([1006]));

  const refused = connect();
  asked[1]?.answer([], 4401);
  await vi.waitFor(() => expect(refused.closed).toEqual([4401]));
});

test("[B5] after five minutes a socket gets another chance", async () => {
  const asked = stubFetch();
  const clock = new FakeClock();
  const { closed } = connect(clock);
  asked[0]?.answer([WELCOME]);
  await vi.waitFor(() => expect(asked).toHaveLength(2));

  clock.pass(5 * 60_000);
  asked[1]?.answer([WELCOME]);

  await vi.waitFor(() => expect(closed).toEqual([3000]));
});
