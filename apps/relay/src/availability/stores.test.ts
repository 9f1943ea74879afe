import type { ConversationId } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AgentParty, VisitorParty } from "../conversations/party.ts";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { KeptStore } from "./kept-store.ts";
import { firstReplies } from "./replies-store.ts";
import { RosterStore } from "./roster-store.ts";

const MINUTE_MS = 60_000;

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("availability on %s", (_name, open) => {
  let storage: Storage;
  let desk: TestDesk;
  let roster: RosterStore;
  let kept: KeptStore;
  let maria: VisitorParty;
  let ana: AgentParty;
  beforeEach(async () => {
    storage = await open();
    await addSite(storage.db, DEMO_SITE, 1);
    desk = new TestDesk(storage);
    roster = new RosterStore(storage.db);
    kept = new KeptStore(storage.db);
    maria = await desk.aVisitor();
    ana = await desk.anAgent("ana");
  });
  afterEach(() => storage.close());

  /** Maria asks, and has to wait for the answer. */
  async function answeredAfter(minutes: number, id: ConversationId): Promise<void> {
    await desk.send(maria, "hello", id);
    desk.clock.advance(minutes * MINUTE_MS);
    await desk.send(ana, "good morning", id);
  }

  async function standingOf({ id }: AgentParty) {
    return (await roster.read(0)).standings.get(id);
  }

  test("what an agent chose stands; that they seem idle says nothing new of who is away", async () => {
    expect(await standingOf(ana)).toEqual({ reason: null, capacity: 5, isDisabled: false, wantsAlerts: false });
    await roster.choose(ana.id, "idle");
    expect(await standingOf(ana)).toMatchObject({ reason: "idle" });

    await roster.choose(ana.id, "chosen");
    await roster.choose(ana.id, "idle");
    await roster.setUnanswered([ana.id]);
    expect(await standingOf(ana)).toMatchObject({ reason: "chosen" });

    await roster.choose(ana.id, null);
    await roster.setUnanswered([ana.id]);
    expect(await standingOf(ana)).toMatchObject({ reason: "unanswered" });
  });

  test("capacity and mail alerts are changed each by itself", async () => {
    await desk.agents.change(ana.id, { capacity: 2 });
    await desk.agents.change(ana.id, {});
    await desk.agents.change(ana.id, { mailAlerts: true });

    expect(await standingOf(ana)).toMatchObject({ capacity: 2, wantsAlerts: true });
    expect(await desk.agents.withPassword("ana@example.com")).toMatchObject({
      agent: { capacity: 2, mailAlerts: true },
    });
  });

  test("work is what is open, by shop and assignee, with the last chat that should have been answered", async () => {
    for (const n of [1, 2, 3, 4]) {
      await desk.send(maria, "hello", aConversationId(n));
      desk.clock.advance(MINUTE_MS);
    }
    const began = desk.clock.now() - 4 * MINUTE_MS;
    await desk.send(ana, "good morning", aConversationId(1));
    await desk.change(ana, aConversationId(4), "close");

    const { work } = await roster.read(began + 2 * MINUTE_MS);

    expect(work.toSorted((a, b) => a.open - b.open)).toEqual([
      { siteKey: "demo", assigneeId: ana.id, open: 1, waiting: 0, calledAt: null },
      { siteKey: "demo", assigneeId: null, open: 2, waiting: 2, calledAt: began + 2 * MINUTE_MS },
    ]);
    expect((await roster.read(began)).work.map(({ calledAt }) => calledAt)).toEqual([null, null]);
  });

  test("who says or does something in any conversation is active", async () => {
    const bo = await desk.anAgent("bo");
    const before = desk.clock.now();
    desk.clock.advance(1);
    for (const n of [1, 2]) await desk.send(maria, "hello", aConversationId(n));
    const active = async () => [...(await roster.active([ana.id, bo.id], before))].sort();
    expect(await active()).toEqual([]);

    await desk.send(ana, "good morning", aConversationId(1));
    expect(await active()).toEqual([ana.id]);
    await desk.change(bo, aConversationId(2), "close");
    expect(await active()).toEqual([ana.id, bo.id].sort());

    expect(await roster.active([ana.id, bo.id], desk.clock.now())).toEqual(new Set());
  });

  test("the first replies of a shop tell how long visitors waited", async () => {
    const since = desk.clock.now();
    await answeredAfter(3, aConversationId(1));
    await answeredAfter(7, aConversationId(2));
    await desk.send(maria, "anybody?", aConversationId(3));

    expect(await firstReplies(storage.db, "demo", since)).toEqual([
      { at: since + 3 * MINUTE_MS, waitedMs: 7 * MINUTE_MS },
      { at: since, waitedMs: 3 * MINUTE_MS },
    ]);
    expect(await firstReplies(storage.db, "another", since)).toEqual([]);
  });

  test("of all relays one records a minute, and what none recorded is recorded by the next", async () => {
    expect(await kept.claim(1_000)).toBeUndefined();
    expect(await kept.claim(1_000)).toBeUndefined();

    const claims = await Promise.all([1, 2, 3].map(() => new KeptStore(storage.db).claim(1_001)));
    expect(claims.filter((from) => from !== undefined)).toEqual([1_000]);

    expect(await kept.claim(1_060)).toBe(1_001);
    expect(await kept.claim(1_059)).toBeUndefined();
  });

  test("minutes add up, day by day", async () => {
    await kept.add("demo", [{ day: "2027-01-15", announced: 10, kept: 4 }]);
    await kept.add("demo", [
      { day: "2027-01-15", announced: 1, kept: 1 },
      { day: "2027-01-16", announced: 1, kept: 0 },
    ]);
    await kept.add("demo", []);

    expect(await kept.days("demo", "2027-01-15")).toEqual([
      { day: "2027-01-15", announced: 11, kept: 5 },
      { day: "2027-01-16", announced: 1, kept: 0 },
    ]);
    expect(await kept.days("demo", "2027-01-16")).toHaveLength(1);
  });

  test("a promise is kept by a reply in time, broken by a late one or by none", async () => {
    const since = desk.clock.now();
    for (const [n, minutes] of [3, 30, 8].entries()) await answeredAfter(minutes, aConversationId(n));
    for (const n of [4, 5, 6]) await desk.send(maria, "anybody?", aConversationId(n));
    await desk.change(ana, aConversationId(6), "close");
    const told = (n: number, promisedAt: number) =>
      storage.db
        .updateTable("conversations")
        .set({ promised_at: promisedAt })
        .where("id", "=", aConversationId(n))
        .execute();
    await told(0, since + 5 * MINUTE_MS);
    await told(1, since + 13 * MINUTE_MS);
    for (const n of [4, 6]) await told(n, desk.clock.now() + MINUTE_MS);

    expect(await kept.replies("demo", since, desk.clock.now())).toEqual({ promised: 2, inTime: 1, medianMinutes: 8 });

    const later = desk.clock.now() + 2 * MINUTE_MS;
    expect(await kept.replies("demo", since, later)).toMatchObject({ promised: 3, inTime: 1 });
    expect(await kept.replies("demo", since + 1, later)).toMatchObject({ medianMinutes: 19 });
    expect(await kept.replies("another", since, later)).toEqual({ promised: 0, inTime: 0, medianMinutes: null });
  });
});
