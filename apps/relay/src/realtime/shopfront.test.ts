import type { OpeningHours, Promises } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RULE } from "../conversations/party.ts";
import { DEFAULT_PROMISES } from "../sites/site.ts";
import { storeHours, storePromises } from "../sites/site-store.ts";
import {
  type FramePeer,
  openAgent,
  openVisitor,
  say,
  startRelay,
  TestClock,
  type TestRelay,
} from "../testing/index.ts";

const MINUTE_MS = 60_000;
/** What the test clock shows at first: Friday, 15 January 2027, 8:00 in Lisbon. */
const EIGHT = 480;
const DAY_MS = 1_440 * MINUTE_MS;

let relay: TestRelay;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock, limits: { startsPerVisitor: { max: 10, windowMs: 1_000 } } });
});
afterEach(() => relay.stop());

/** Open each day between two minutes. */
function daily(from: number, until: number): OpeningHours {
  return { timeZone: "Europe/Lisbon", week: Array.from({ length: 7 }, () => [{ from, until }]), exceptions: [] };
}

/** The shop announces and promises something, and this relay has read it. */
async function announce(hours: OpeningHours | null, promises: Partial<Promises> = {}): Promise<void> {
  const { db } = relay.parts.storage;
  await storeHours(db, "demo", hours);
  await storePromises(db, "demo", { ...DEFAULT_PROMISES, ...promises });
  await relay.parts.context.sites.refresh();
  relay.parts.context.shop.look();
}

/** Time passes, in steps in which nobody loses their socket. */
async function after(ms: number, ...peers: FramePeer[]): Promise<void> {
  for (let passed = 0; passed < ms; passed += 20_000) {
    clock.advance(Math.min(20_000, ms - passed));
    await Promise.all(peers.map((peer) => peer.caughtUp()));
    await relay.pulse();
  }
}

async function conversations() {
  return relay.parts.storage.db.selectFrom("conversations").select(["number", "promised_at"]).execute();
}

async function alerts(): Promise<number> {
  const jobs = await relay.parts.storage.db.selectFrom("jobs").select("id").where("kind", "=", "alert").execute();
  return jobs.length;
}

/** As if all of them had gone out. */
async function alertsAreDone(): Promise<void> {
  await relay.parts.storage.db.deleteFrom("jobs").where("kind", "=", "alert").execute();
}

test("an agent who steps away is away at once, for visitors and for agents, until they say that they are back", async () => {
  const [visitor, ana] = [await openVisitor(relay), await openAgent(relay)];
  await visitor.first("availability.changed", ({ site }) => site.availability === "available");

  ana.send({ type: "availability.set", availability: "away" });

  await visitor.first("availability.changed", ({ site }) => site.availability === "away" && site.people.length === 0);
  await ana.first("team.changed", ({ team }) => team[0]?.reason === "chosen");
  visitor.frames.length = 0;
  ana.terminate();
  const again = await openAgent(relay);
  expect(again.welcome.team).toMatchObject([{ agent: { name: "Ana" }, availability: "away", reason: "chosen" }]);
  again.send({ type: "availability.set", availability: "available" });

  await visitor.first("availability.changed");
  expect(visitor.ofType("availability.changed")).toMatchObject([
    { site: { availability: "available", people: [{ name: "Ana" }] } },
  ]);
});

test("an agent whose console has been idle is away for that reason", async () => {
  const ana = await openAgent(relay);

  ana.send({ type: "availability.set", availability: "away", idle: true });

  await ana.first("team.changed", ({ team }) => team[0]?.reason === "idle");
});

test("an agent who is disabled is not there any more", async () => {
  const [visitor] = [await openVisitor(relay), await openAgent(relay)];
  await visitor.first("availability.changed", ({ site }) => site.availability === "available");

  await relay.parts.storage.db.updateTable("agents").set({ disabled_at: clock.now() }).execute();
  clock.advance(2_000);
  await relay.pulse();

  await visitor.first("availability.changed", ({ site }) => site.availability === "away");
});

test("an agent who signs out is gone as soon as they cannot be reloading their console", async () => {
  const [visitor, ana] = [await openVisitor(relay), await openAgent(relay)];
  await visitor.first("availability.changed", ({ site }) => site.availability === "available");
  const headers = { origin: relay.url, cookie: relay.owner.cookie };

  await fetch(`${relay.url}/v1/agent/sign-out`, { method: "POST", headers });
  expect(await ana.closed).toBe(4401);
  await after(5_000, visitor);

  await visitor.first("availability.changed", ({ site }) => site.availability === "away");
});

test("a shop whose agents have all that they can take is busy", async () => {
  const visitor = await openVisitor(relay);
  const ana = await openAgent(relay);
  await relay.parts.agents.change(relay.owner.agent.id, { capacity: 1 });
  await say(visitor, "hello", aConversationId(1));
  await say(ana, "good morning", aConversationId(1));

  clock.advance(2_000);
  await relay.pulse();

  await visitor.first("availability.changed", ({ site }) => site.availability === "busy");
  await ana.first("team.changed", ({ team }) => team[0]?.load === 1 && team[0].capacity === 1);
});

test("a shop that closes while a widget is open says so, and opens again by itself", async () => {
  await announce(daily(EIGHT - 60, EIGHT + 1));
  const visitor = await openVisitor(relay);
  expect(visitor.welcome.site).toMatchObject({ availability: "away", closesAt: clock.now() + MINUTE_MS });

  await after(MINUTE_MS, visitor);
  await visitor.first("availability.changed", ({ site }) => site.availability === "closed");
  const [closed] = visitor.ofType("availability.changed");
  expect(closed?.site).toMatchObject({ opensAt: clock.now() - 61 * MINUTE_MS + DAY_MS, closesAt: null });

  await announce(daily(EIGHT - 60, EIGHT + 2));
  await visitor.first("availability.changed", ({ site }) => site.availability === "away");
});

test("who is told nothing new hears nothing", async () => {
  const [visitor, ana] = [await openVisitor(relay), await openAgent(relay)];
  await visitor.first("availability.changed");
  const before = [visitor.ofType("availability.changed").length, ana.ofType("team.changed").length];

  await after(MINUTE_MS, visitor, ana);
  relay.parts.context.shop.look();
  await Promise.all([visitor.caughtUp(), ana.caughtUp()]);

  expect([visitor.ofType("availability.changed").length, ana.ofType("team.changed").length]).toEqual(before);
});

test("a conversation that nobody is there to hear is promised what its visitor was told, and rings", async () => {
  await announce(daily(EIGHT - 60, EIGHT + 600), { requestMinutes: 120 });
  const visitor = await openVisitor(relay);

  await say(visitor, "hello", aConversationId(1));

  expect(visitor.welcome.site?.answersBy).toBe(clock.now() + 120 * MINUTE_MS);
  expect(await conversations()).toMatchObject([{ promised_at: clock.now() + 120 * MINUTE_MS }]);
  expect(await alerts()).toBe(1);
});

test("nobody is called at night, nor where somebody is there; they answer in the time that is shown", async () => {
  await announce(daily(EIGHT + 60, EIGHT + 600), { requestMinutes: 30 });
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", aConversationId(1));
  await announce(null, { chatMinutes: 3 });
  await openAgent(relay);
  await say(visitor, "hello", aConversationId(2));

  expect((await conversations()).map(({ promised_at }) => promised_at)).toEqual([
    clock.now() + 90 * MINUTE_MS,
    clock.now() + 3 * MINUTE_MS,
  ]);
  expect(await alerts()).toBe(0);
});

test("a visitor who comes back to an answered chat and finds nobody rings again, once", async () => {
  const [visitor, ana] = [await openVisitor(relay), await openAgent(relay)];
  await say(visitor, "hello", aConversationId(1));
  await say(ana, "good morning", aConversationId(1));
  ana.send({ type: "availability.set", availability: "away" });
  await visitor.first("availability.changed", ({ site }) => site.availability === "away");
  expect(await alerts()).toBe(0);

  await say(visitor, "one more thing", aConversationId(1));
  expect(await alerts()).toBe(1);
  await alertsAreDone();
  await say(visitor, "anybody?", aConversationId(1));

  expect(await alerts()).toBe(0);
});

test("a visitor rings who comes back to a chat that was closed while they waited", async () => {
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", aConversationId(1));
  await relay.parts.context.desk.change(RULE, aConversationId(1), "close");
  await alertsAreDone();

  await say(visitor, "hello again", aConversationId(1));

  expect(await alerts()).toBe(1);
});

test("those who wait where everybody has left ring within a minute, in one alert, and again only while nobody is there", async () => {
  const [visitor, ana] = [await openVisitor(relay), await openAgent(relay)];
  for (const n of [1, 2]) await say(visitor, "hello", aConversationId(n));
  await after(2 * MINUTE_MS, visitor, ana);
  expect(await alerts()).toBe(0);

  ana.send({ type: "availability.set", availability: "away" });
  await ana.first("team.changed", ({ team }) => team[0]?.reason === "chosen");
  await after(MINUTE_MS, visitor, ana);
  expect(await alerts()).toBe(1);

  ana.send({ type: "availability.set", availability: "available" });
  await visitor.first("availability.changed", ({ site }) => site.availability === "available");
  await alertsAreDone();
  await after(MINUTE_MS, visitor, ana);

  expect(await alerts()).toBe(0);
});

test("a shop that opens with nobody there calls for whoever has waited since the night", async () => {
  await announce(daily(EIGHT + 1, EIGHT + 600));
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", aConversationId(1));
  expect(await alerts()).toBe(0);

  await after(2 * MINUTE_MS, visitor); // the first minute of all is nobody's yet

  expect(await alerts()).toBe(1);
});

test("a shop says that somebody is called only where an agent gets a mail, or has a console open", async () => {
  const { shop } = relay.parts.context;
  const calls = () => shop.stateOf("demo").calls;
  const wantAlerts = async (mailAlerts: boolean) => {
    await relay.parts.agents.change(relay.owner.agent.id, { mailAlerts });
    await shop.agentChanged();
  };
  await wantAlerts(false);
  expect(calls()).toBe(false);

  await wantAlerts(true);
  expect(calls()).toBe(true);
  await wantAlerts(false);
  const ana = await openAgent(relay);
  ana.send({ type: "availability.set", availability: "away" });
  await ana.first("team.changed", ({ team }) => team[0]?.reason === "chosen");

  expect(calls()).toBe(true);
});

test("a shop calls back within its hours, where it says that it does", async () => {
  const { shop } = relay.parts.context;
  const at = clock.now() + 60 * MINUTE_MS;
  await announce(daily(EIGHT, EIGHT + 600), { callsBack: true });

  expect(shop.takesCalls("demo", at)).toBe(true);
  expect(shop.takesCalls("demo", at + DAY_MS / 2)).toBe(false);
  await announce(daily(EIGHT, EIGHT + 600));
  expect(shop.takesCalls("demo", at)).toBe(false);
  expect(shop.takesCalls("nope", at)).toBe(false);
});

test("the reply time that is shown is measured, once there is enough to measure", async () => {
  await announce(null, { chatMinutes: 9 });
  const [visitor, ana] = [await openVisitor(relay), await openAgent(relay)];
  const shown = () => relay.parts.context.shop.stateOf("demo").replyMinutes;
  expect(shown()).toBe(9);
  for (const n of [1, 2, 3]) await say(visitor, "hello", aConversationId(n));
  await after(2 * MINUTE_MS, visitor, ana);
  for (const n of [1, 2, 3]) await say(ana, "good morning", aConversationId(n));
  for (const n of [4, 5]) await say(visitor, "hello", aConversationId(n));
  for (const n of [4, 5]) await say(ana, "good morning", aConversationId(n));
  expect(shown()).toBe(9);

  await after(5 * MINUTE_MS, visitor, ana);

  expect(shown()).toBe(2);
});
