import { randomUUID } from "node:crypto";
import type { AnswerId, ConversationId, SearchReport } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publish } from "../answers/search-examples.ts";
import { castVote } from "../answers/vote-store.ts";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { LearningStore } from "./learning-store.ts";
import { forgetOldSearches, SEARCHES_KEPT_MS } from "./retention-store.ts";
import { SearchStore } from "./search-store.ts";

function aSearch(parts: Partial<SearchReport> = {}): SearchReport {
  return {
    id: randomUUID(),
    ...{ locale: "en", words: "gift wrapping", found: 0, answerId: null, conversationId: null },
    ...parts,
  };
}

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("what was searched on %s", (_name, open) => {
  let storage: Storage;
  let desk: TestDesk;
  let searches: SearchStore;
  let learning: LearningStore;
  beforeEach(async () => {
    storage = await open();
    await addSite(storage.db, DEMO_SITE, 1);
    await addSite(storage.db, { ...DEMO_SITE, key: "bags" }, 2);
    desk = new TestDesk(storage);
    searches = new SearchStore(storage.db, desk.clock);
    learning = new LearningStore(storage.db);
  });
  afterEach(() => storage.close());

  const learned = () => learning.since("demo", "en", 0);

  async function aChat(nth: number): Promise<{ id: ConversationId; number: number }> {
    const id = aConversationId(nth);
    const sent = await desk.send(await desk.aVisitor(), "Hello", id);
    if (sent.kind !== "accepted") throw new Error("nothing was begun");
    return { id, number: sent.conversation.number };
  }

  async function anAnswer(siteKey = "demo"): Promise<AnswerId> {
    await publish(storage.db, siteKey, { en: [["Do you sell vouchers?", "We do."]] });
    const row = storage.db.selectFrom("answers").select("id").where("site_key", "=", siteKey);
    return (await row.executeTakeFirstOrThrow()).id as AnswerId;
  }

  test("what was searched in vain is listed by its words, most often first", async () => {
    await searches.note("demo", aSearch({ words: "umbrella" }));
    desk.clock.advance(1);
    await searches.note("demo", aSearch({ words: "Gift  wrapping" }));
    await searches.note("demo", aSearch({ words: "gift wrapping " }));
    await searches.note("demo", aSearch({ words: "gift wrapping", locale: "pt" }));
    await searches.note("demo", aSearch({ words: "size", found: 2 }));
    await searches.note("bags", aSearch({ words: "leather" }));

    const { searches: all, missing, chats } = await learned();
    expect(all).toBe(5);
    expect(missing.map(({ words, locale, times }) => ({ words, locale, times }))).toEqual([
      { words: "gift wrapping", locale: "en", times: 2 },
      { words: "gift wrapping", locale: "pt", times: 1 },
      { words: "umbrella", locale: "en", times: 1 },
    ]);
    expect(missing[0]).toMatchObject({ lastAt: desk.clock.now(), conversation: null });
    expect(chats).toEqual([]);
    expect((await learning.since("demo", "en", desk.clock.now())).missing).toHaveLength(2);
  });

  test("of a search that ends in a chat, the chat is what counts, and is never taken back", async () => {
    const [answerId, chat] = [await anAnswer(), await aChat(1)];
    const search = aSearch({ words: "voucher", found: 1 });
    await searches.note("demo", { ...search, answerId });
    expect((await learned()).saved).toMatchObject({
      total: 1,
      answers: [{ question: "Do you sell vouchers?", times: 1 }],
    });

    await searches.note("demo", { ...search, conversationId: chat.id });
    await searches.note("demo", { ...search, answerId });

    const { chats, saved, searches: all } = await learned();
    expect(chats).toMatchObject([{ words: "voucher", times: 1, conversation: chat }]);
    expect(saved).toEqual({ total: 0, answers: [] });
    expect(all).toBe(1);
  });

  test("a search that found nothing leads to the chat that followed", async () => {
    const chat = await aChat(1);
    await searches.note("demo", aSearch({ conversationId: chat.id }));

    expect((await learned()).missing).toMatchObject([{ words: "gift wrapping", conversation: chat }]);
    expect((await learned()).chats).toEqual([]);
  });

  test("a search leads to the first chat that is noted of it, by its own shop", async () => {
    const [first, second] = [await aChat(1), await aChat(2)];
    const search = aSearch({ found: 1 });
    await searches.note("demo", search);

    await searches.ledTo("bags", search.id, first.number);
    expect((await learned()).chats).toEqual([]);
    await searches.ledTo("demo", search.id, first.number);
    await searches.ledTo("demo", search.id, second.number);

    expect((await learned()).chats).toMatchObject([{ words: "gift wrapping", times: 1, conversation: first }]);
  });

  test("neither another shop's answer or chat counts, nor one from before, nor one that nobody knows", async () => {
    const ofBags = await anAnswer("bags");
    const old = await aChat(1);
    desk.clock.advance(3_600_000);
    await searches.note("demo", aSearch({ found: 1, answerId: ofBags, conversationId: old.id }));
    await searches.note(
      "demo",
      aSearch({ found: 1, answerId: randomUUID() as AnswerId, conversationId: aConversationId(9) }),
    );
    const chat = await aChat(2);
    await searches.note("bags", aSearch({ found: 1, conversationId: chat.id }));

    for (const site of ["demo", "bags"]) {
      const { chats, saved } = await learning.since(site, "en", 0);
      expect({ chats, saved }).toEqual({ chats: [], saved: { total: 0, answers: [] } });
    }
  });

  test("another shop cannot change how a search ended", async () => {
    const search = aSearch({ found: 0 });
    await searches.note("demo", search);
    await searches.note("bags", { ...search, found: 3 });

    expect((await learned()).missing).toHaveLength(1);
    expect((await learning.since("bags", "en", 0)).searches).toBe(0);
  });

  test("words that are done stay away until they are searched again", async () => {
    await searches.note("demo", aSearch());
    await searches.note("demo", aSearch({ locale: "pt" }));
    await learning.done("demo", "en", "gift wrapping", desk.clock.now());
    await learning.done("demo", "en", "gift wrapping", desk.clock.now());
    expect((await learned()).missing.map(({ locale }) => locale)).toEqual(["pt"]);

    desk.clock.advance(1);
    await searches.note("demo", aSearch());

    expect((await learned()).missing).toMatchObject([{ locale: "en", times: 1 }, { locale: "pt" }]);
  });

  test("an answer that was voted down is listed with the words that led to it", async () => {
    const answerId = await anAnswer();
    const vote = { siteKey: "demo", answerId, locale: "en", at: 1 };
    await castVote(storage.db, { ...vote, voter: "a", useful: false, words: "gift card" });
    await castVote(storage.db, { ...vote, voter: "b", useful: false });
    await castVote(storage.db, { ...vote, voter: "c", useful: true, words: "voucher" });

    expect((await learned()).down).toEqual([
      { id: answerId, locale: "en", question: "Do you sell vouchers?", up: 1, down: 2, words: ["gift card"] },
    ]);
    expect((await learning.since("demo", "en", 2)).down).toEqual([]);
  });

  test("nothing is kept of personal details", async () => {
    await searches.note("demo", aSearch({ words: "20871 maria@mail.example" }));
    expect((await learned()).missing).toMatchObject([{ words: "… …" }]);
  });

  test("after 90 days nothing is kept of what was searched, and of votes only how many there were", async () => {
    const { db } = storage;
    const answerId = await anAnswer();
    const vote = { siteKey: "demo", answerId, locale: "en", useful: false };
    const note = async (voter: string) => {
      const at = desk.clock.now();
      await castVote(db, { ...vote, voter, words: "gift card", at });
      await searches.note("demo", aSearch());
      await learning.done("demo", "en", voter, at);
    };
    await note("old");
    desk.clock.advance(SEARCHES_KEPT_MS);
    await note("new");
    const kept = async () => ({
      searches: (await db.selectFrom("searches").select("id").execute()).length,
      done: (await db.selectFrom("searches_done").select("words").orderBy("words").execute()).map(({ words }) => words),
      votes: await db.selectFrom("answer_votes").select(["voter", "words"]).orderBy("voter").execute(),
    });

    await forgetOldSearches(db, desk.clock.now());
    expect(await kept()).toMatchObject({ searches: 2, done: ["new", "old"] });
    desk.clock.advance(1);
    await forgetOldSearches(db, desk.clock.now());

    expect(await kept()).toEqual({
      searches: 1,
      done: ["new"],
      votes: [
        { voter: "new", words: "gift card" },
        { voter: "old", words: null },
      ],
    });
  });

  test("whoever searches without an end fills no disk, and another shop's day is its own", async () => {
    const row = { site_key: "demo", locale: "en", words: "x", found: 0, answer_id: null, conversation: null };
    for (let part = 0; part < 20; part += 1) {
      const rows = Array.from({ length: 500 }, () => ({ ...row, id: randomUUID(), at: desk.clock.now() }));
      await storage.db.insertInto("searches").values(rows).execute();
    }

    await searches.note("demo", aSearch());
    await searches.note("bags", aSearch());
    expect((await learned()).searches).toBe(10_000);
    expect((await learning.since("bags", "en", 0)).searches).toBe(1);

    desk.clock.advance(24 * 3_600_000);
    await searches.note("demo", aSearch());
    expect((await learned()).searches).toBe(10_001);
  });
});
