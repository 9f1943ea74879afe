import type { ConversationId } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AgentStore } from "../agents/agent-store.ts";
import { SetupStore } from "../agents/setup-store.ts";
import { reach } from "../conversations/access.ts";
import type { Conversation } from "../conversations/conversation.ts";
import { SIGN_IN_IDLE_MS } from "../limits.ts";
import { changeSite, DEMO_SITE, newSite, type Site } from "../sites/site.ts";
import { addSite, loadSites, storeSite } from "../sites/site-store.ts";
import { TestClock } from "../testing/test-clock.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import type { Storage } from "./database.ts";

const RITA = { email: "rita@example.com", name: "Rita", passwordHash: "hash" };

function aSite(key: string): Site {
  const site = newSite(key, "Faro Bags", ["https://bags.example"], "#aa3300");
  if (site === undefined) throw new Error("the site's address is wrong");
  return site;
}

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("the stores on %s", (_name, open) => {
  let storage: Storage;
  let clock: TestClock;
  let agents: AgentStore;
  beforeEach(async () => {
    storage = await open();
    clock = new TestClock();
    agents = new AgentStore(storage.db, clock);
  });
  afterEach(() => storage.close());

  test("an address belongs to one agent", async () => {
    expect(await agents.hasOwner()).toBe(false);
    const rita = await agents.add({ ...RITA, role: "owner" });

    expect(await agents.add({ ...RITA, name: "Somebody else", role: "agent" })).toBeUndefined();
    expect(await agents.withPassword(RITA.email)).toEqual({ agent: rita, passwordHash: "hash" });
    expect(await agents.hasOwner()).toBe(true);
  });

  test("a sign-in stands while it is used, and ends by itself or by its owner's hand", async () => {
    const rita = await agents.add({ ...RITA, role: "agent" });
    if (rita === undefined) throw new Error("nobody was added");
    const [phone, desk] = [await agents.signIn(rita.id, "phone"), await agents.signIn(rita.id, "desk")];
    const onPhone = await agents.signedIn(phone, { used: true });
    const atDesk = await agents.signedIn(desk, { used: true });
    if (onPhone === undefined || atDesk === undefined) throw new Error("nobody is signed in");
    const both = [onPhone.signInId, atDesk.signInId];
    expect(await agents.standing(both)).toEqual(new Set(both));

    clock.advance(SIGN_IN_IDLE_MS - 1);
    await agents.touch([atDesk.signInId]);
    clock.advance(1);

    expect(await agents.standing(both)).toEqual(new Set([atDesk.signInId]));
    expect(await agents.signedIn(phone, { used: true })).toBeUndefined();
    expect(await agents.signIns(atDesk)).toMatchObject([{ browser: "desk", current: true, seenAt: clock.now() - 1 }]);
    expect(await agents.revoke("somebody else", atDesk.signInId)).toBe(false);
    expect(await agents.revoke(rita.id, atDesk.signInId)).toBe(true);
    expect(await agents.signedIn(desk, { used: true })).toBeUndefined();
  });

  test("sites are loaded as they were stored last, the oldest first", async () => {
    const bags = aSite("bags");
    await addSite(storage.db, bags, 2);
    await addSite(storage.db, DEMO_SITE, 1);
    await addSite(storage.db, { ...bags, name: "The key is taken" }, 3);
    expect(await loadSites(storage.db)).toEqual([DEMO_SITE, bags]);

    const changed = changeSite(bags, { name: "Faro Bags & Belts" });
    if (changed) await storeSite(storage.db, changed);

    expect(await loadSites(storage.db)).toEqual([DEMO_SITE, changed]);
  });

  test("of several people who use set-up links at once, one becomes the owner", async () => {
    const setups = new SetupStore(storage.db, clock);
    const links = [await setups.mint(), await setups.mint(), await setups.mint()];
    const use = (link: string, index: number) =>
      setups.use(link, { owner: { ...RITA, email: `rita${index}@example.com` }, site: aSite(`site ${index}`) });

    const made = await Promise.all(links.map(use));

    expect(made.filter((agent) => agent !== undefined)).toMatchObject([{ role: "owner" }]);
    expect(await loadSites(storage.db)).toHaveLength(1);
    expect(await use(await setups.mint(), 4)).toBeUndefined();
  });

  test("the inbox shows who waits longest first, then whose turn it is, newest first; closed ones come in pages", async () => {
    await addSite(storage.db, DEMO_SITE, 1);
    const desk = new TestDesk(storage, clock);
    const [maria, ana] = [await desk.aVisitor(), await desk.anAgent("ana")];
    for (const n of [1, 2, 3, 4, 5, 6]) {
      clock.advance(1_000);
      await desk.send(maria, "hello", aConversationId(n));
    }
    for (const n of [2, 5, 1]) {
      clock.advance(1_000);
      await desk.send(ana, "good morning", aConversationId(n));
    }
    for (const n of [4, 1]) {
      clock.advance(1_000);
      await desk.change(ana, aConversationId(n), "close");
    }

    const inbox = await desk.conversations.inbox();
    const closed = await desk.conversations.closed(clock.now());
    const own = await desk.conversations.ofVisitor(maria.id);

    expect(idsOf(inbox.items)).toEqual([3, 6, 5, 2].map(aConversationId));
    expect(idsOf(closed.items)).toEqual([4].map(aConversationId));
    expect(idsOf(own)).toEqual([1, 4, 5, 2, 6, 3].map(aConversationId));
  });

  test("history is read forwards from a place and backwards in pages, and any text comes back as it was said", async () => {
    await addSite(storage.db, DEMO_SITE, 1);
    const desk = new TestDesk(storage, clock);
    const maria = await desk.aVisitor();
    const texts = [
      "{}",
      "NULL",
      '"\\',
      "'; DROP TABLE entries; --",
      "são\n\ttab",
      "👟".repeat(1_000),
      "\u2028\u0001",
      "[1,2]",
    ];
    await Promise.all(texts.map((text) => desk.send(maria, text, aConversationId(1))));
    const conversation = reach(maria, await desk.load(maria, aConversationId(1)));
    if (conversation === undefined) throw new Error("the conversation is missing");

    const after = await desk.conversations.entriesAfter(conversation, 3);
    const before = await desk.conversations.pageBefore(conversation, 4);

    expect([...before.items, ...after.items]).toMatchObject(texts.map((text, index) => ({ seq: index + 1, text })));
    expect([before.more, after.more]).toEqual([false, false]);
  });
});

function idsOf(conversations: readonly Conversation[]): ConversationId[] {
  return conversations.map(({ id }) => id);
}
