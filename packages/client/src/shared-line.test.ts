import { aConversationId, aMessage } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyFrame } from "./apply-frame.ts";
import { DirectLine } from "./direct-line.ts";
import { SharedLine } from "./shared-line.ts";
import { FakeClock, FakeRelay, MemoryDrafts } from "./testing/index.ts";

const conversationId = aConversationId(1);

/** Locks of one browser: one holder at a time, the others in a queue. */
class FakeLocks {
  private queue: (() => void)[] = [];
  private held = false;

  async request(_name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>): Promise<void> {
    if (this.held) await new Promise<void>((resolve) => this.queue.push(resolve));
    if (signal.aborted) return this.pass();
    this.held = true;
    await hold();
    this.held = false;
    this.pass();
  }

  private pass(): void {
    this.queue.shift()?.();
  }
}

/** Channels of one browser: everybody but the sender hears, in a later task, a copy. */
class FakeChannel {
  static open = new Set<FakeChannel>();
  onmessage: ((event: { data: unknown }) => void) | undefined;

  constructor() {
    FakeChannel.open.add(this);
  }

  postMessage(message: unknown): void {
    const copy = structuredClone(message);
    for (const other of FakeChannel.open) {
      if (other !== this) queueMicrotask(() => FakeChannel.open.has(other) && other.onmessage?.({ data: copy }));
    }
  }

  close(): void {
    FakeChannel.open.delete(this);
  }
}

let drafts: MemoryDrafts;
let relay: FakeRelay;

function aTab(): SharedLine {
  return new SharedLine({
    name: "shopbell:k",
    drafts,
    wipe: () => drafts.kept.clear(),
    direct: (initial) =>
      new DirectLine({
        clock: new FakeClock(),
        socket: relay,
        poll: relay,
        capMs: 30_000,
        side: "visitor",
        apply: applyFrame,
        drafts,
        hello: (resumption) => ({ ...resumption, token: null }),
        initial,
      }),
  });
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

async function twoTabs() {
  const [first, second] = [aTab(), aTab()];
  first.start();
  second.start();
  await settled();
  relay.welcome();
  await settled();
  return { first, second };
}

beforeEach(() => {
  drafts = new MemoryDrafts();
  relay = new FakeRelay();
  FakeChannel.open.clear();
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  vi.stubGlobal("navigator", { locks: new FakeLocks() });
});
afterEach(() => vi.unstubAllGlobals());

test("[B7] one tab holds the socket, the other shows the same", async () => {
  const { first, second } = await twoTabs();
  expect([first.leads, second.leads]).toEqual([true, false]);
  expect(relay.attempts).toBe(1);

  first.send(conversationId, "from the first", { start: true });
  await settled();

  expect(second.state.outbox).toMatchObject([{ text: "from the first" }]);
  expect(second.state.status).toBe("live");
});

test("[B7] what the other tab writes goes out through the leading one, once", async () => {
  const { first, second } = await twoTabs();

  const id = second.send(conversationId, "from the second", { start: true });
  expect(second.state.outbox).toMatchObject([{ id }]);
  await settled();

  expect(relay.sentOf("message.send")).toMatchObject([{ id, text: "from the second" }]);
  relay.say({ type: "message.accepted", conversationId, id, seq: 1, at: 1 });
  await settled();
  expect(second.state.outbox).toEqual([]);
  expect(second.state.threads).toEqual(first.state.threads);
});

test("[B7] when the leading tab goes, the other resumes from what it showed, and sends what was not sent", async () => {
  const { first, second } = await twoTabs();
  first.open(conversationId);
  relay.say({ type: "history.page", conversationId, entries: [aMessage({ seq: 1 })], more: false });
  await settled();

  first.stop();
  const id = second.send(conversationId, "nobody leads just now");
  await settled();

  expect(second.leads).toBe(true);
  expect(relay.hellos[1]).toMatchObject({ cursors: { [conversationId]: 1 } });
  relay.welcome();
  expect(relay.sentOf("message.send")).toMatchObject([{ id }]);
});

test("an address that one tab took while nobody led is sent by whoever leads next", async () => {
  const { first, second } = await twoTabs();

  first.stop();
  second.request(conversationId, { email: "haruka@mail.example" });
  await settled();
  relay.welcome();

  expect(relay.sentOf("request.open")).toMatchObject([{ conversationId, email: "haruka@mail.example" }]);
});

test("[B8] a hidden page lets go of socket and channel, and takes them up again when it is shown", async () => {
  const tab = aTab();
  tab.start();
  await settled();
  relay.welcome();
  expect(relay.connected).toBe(true);

  tab.pause();
  expect(relay.connected).toBe(false);
  expect(FakeChannel.open.size).toBe(0);
  await settled();

  tab.resume();
  await settled();
  expect(relay.connected).toBe(true);
});

test("forgetting in one tab forgets in all, and nobody takes over", async () => {
  const { first, second } = await twoTabs();
  first.send(conversationId, "secret", { start: true });
  await settled();

  second.forget();
  await settled();

  expect(drafts.kept.size).toBe(0);
  expect(JSON.stringify([first.state, second.state])).not.toContain("secret");
  expect(relay.connected).toBe(false);
  expect(relay.attempts).toBe(1);
});

test("[B3] a tab that is looked at asks through the leading one", async () => {
  const { second } = await twoTabs();

  second.probe();
  await settled();

  expect(relay.sentOf("probe")).toHaveLength(1);
});

test("a page that may not have locks gets a socket of its own", async () => {
  vi.stubGlobal("navigator", { locks: { request: () => Promise.reject(new DOMException("no", "SecurityError")) } });
  const tab = aTab();

  tab.start();
  await settled();

  expect(tab.leads).toBe(true);
  expect(relay.attempts).toBe(1);
});

test("a browser without locks gets a socket of its own per tab", () => {
  vi.stubGlobal("navigator", {});
  const tab = aTab();

  tab.start();

  expect(tab.leads).toBe(true);
  expect(relay.attempts).toBe(1);
});
