import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DEMO_SITE, type Site } from "../sites/site.ts";
import { addSite, loadSites, storeHelp } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestClock } from "../testing/test-clock.ts";
import { aSqliteStorage } from "../testing/test-storage.ts";
import type { Shelf } from "./answer.ts";
import { openShelf } from "./open-shelf.ts";
import { publish } from "./search-examples.ts";
import { SearchIndex } from "./search-index.ts";
import { castVote } from "./vote-store.ts";

let storage: Storage;
let sites: Site[];
let clock: TestClock;
let faults: unknown[];
let shelf: Shelf;
beforeEach(async () => {
  storage = await aSqliteStorage();
  await addSite(storage.db, DEMO_SITE, 1);
  sites = [];
  clock = new TestClock();
  faults = [];
  const known = (key: string) => sites.find((site) => site.key === key);
  shelf = openShelf({ db: storage.db, sites: { known }, clock, fault: (error) => faults.push(error) });
});
afterEach(() => storage.close());

/** Publishes answers, and lets this relay hear that there is something new. */
async function publishHere(examples: Parameters<typeof publish>[2], paths?: readonly string[]): Promise<void> {
  await publish(storage.db, "demo", examples, paths);
  sites = await loadSites(storage.db);
}

async function speak(...locales: string[]): Promise<void> {
  await storeHelp(storage.db, "demo", { ...DEMO_SITE.help, locales });
}

const questions = async (locale = "en") => (await shelf.of("demo")).all(locale).map(({ question }) => question);

test("what is published is on the shelf as soon as this relay hears of it, and is read once for all who ask", async () => {
  expect(await questions()).toEqual([]);
  await publishHere({ en: [["Do you gift-wrap?", "We do."]] });

  const [first, second] = await Promise.all([shelf.of("demo"), shelf.of("demo")]);

  expect(first).toBe(second);
  expect(await questions()).toEqual(["Do you gift-wrap?"]);
  expect(first.search("en", "gift wrap", 5)).toMatchObject([{ question: "Do you gift-wrap?" }]);
});

test("while nothing is new, nothing is read", async () => {
  await publishHere({ en: [["Do you gift-wrap?", "We do."]] });
  const before = await shelf.of("demo");

  await storage.db.deleteFrom("answers").execute(); // which nobody was told of

  expect(await shelf.of("demo")).toBe(before);
});

test("of two relays each serves what is new as soon as it hears of it by itself", async () => {
  await publishHere({ en: [["Do you gift-wrap?", "We do."]] });
  let heard = sites;
  const known = () => heard[0];
  const elsewhere = openShelf({ db: storage.db, sites: { known }, clock, fault: (error) => faults.push(error) });
  const questionsElsewhere = async () => (await elsewhere.of("demo")).all("en").map(({ question }) => question);
  expect(await questionsElsewhere()).toEqual(await questions());

  await publishHere({ en: [["And in red?", "Too."]] });
  expect(await questions()).toEqual(["Do you gift-wrap?", "And in red?"]);
  expect(await questionsElsewhere()).toEqual(["Do you gift-wrap?"]);

  heard = sites;
  expect(await questionsElsewhere()).toEqual(await questions());
  expect((await elsewhere.of("demo")).search("en", "red", 1)).toMatchObject([{ question: "And in red?" }]);
});

test("only languages are searched in which a reader gets an answer", async () => {
  await speak("en", "pt", "de");
  await publishHere({ en: [["Do you gift-wrap?", "We do."]], de: [["Gibt es Gutscheine?", "Ja."]] });
  await translate("Do you gift-wrap?", "pt", "Embrulham?");
  sites = await loadSites(storage.db);
  const searches = vi.spyOn(SearchIndex.prototype, "find");
  const site = await shelf.of("demo");

  site.search("pt", "gutschein", 5);
  expect(searches).toHaveBeenCalledTimes(2);
  site.search("en", "gutschein", 5);
  expect(searches).toHaveBeenCalledTimes(4);
  searches.mockRestore();
});

test("when the database is away, what is there is served and the fault is told; without anything it is thrown", async () => {
  await publishHere({ en: [["Do you gift-wrap?", "We do."]] });
  const before = await shelf.of("demo");
  await publishHere({ en: [["And in red?", "Too."]] });
  await storage.db.schema.alterTable("answers").renameTo("lost").execute();

  expect(await shelf.of("demo")).toBe(before);
  expect(faults).toHaveLength(1);
  await expect(
    openShelf({ db: storage.db, sites: { known: () => sites[0] }, clock, fault: () => undefined }).of("demo"),
  ).rejects.toThrow("answers");

  await storage.db.schema.alterTable("lost").renameTo("answers").execute();
  expect(await questions()).toEqual(["Do you gift-wrap?", "And in red?"]);
});

test("votes are on the shelf within a minute, with the same texts", async () => {
  await publishHere({ en: [["Do you gift-wrap?", "We do."]] });
  const [answer] = (await shelf.of("demo")).all("en");
  if (answer === undefined) throw new Error("nothing was published");
  const vote = { siteKey: "demo", answerId: answer.id, locale: "en", voter: "maria", at: 1 };
  await castVote(storage.db, { ...vote, useful: true });

  clock.advance(59_999);
  expect((await shelf.of("demo")).all("en")).toEqual([answer]);
  clock.advance(1);

  expect((await shelf.of("demo")).all("en")).toEqual([{ ...answer, votes: { up: 1, down: 0 } }]);
  expect((await shelf.of("demo")).search("en", "wrap", 1)).toHaveLength(1);
});

test("of many shops, the one that was asked for longest ago is forgotten", async () => {
  await publishHere({ en: [["Do you gift-wrap?", "We do."]] });
  const before = await shelf.of("demo");
  for (let shop = 1; shop < 100; shop += 1) await shelf.of(`shop ${shop}`);
  expect(await shelf.of("demo")).toBe(before);

  for (let shop = 1; shop <= 100; shop += 1) await shelf.of(`other shop ${shop}`);

  expect(await shelf.of("demo")).not.toBe(before);
});

test("a reader gets each answer once: in their language, else as it is spoken elsewhere, else in the shop's first, else in any", async () => {
  await speak("en", "pt-PT", "pt-BR", "de");
  await publishHere({
    "pt-BR": [["Vocês embrulham?", "Sim."]],
    en: [["Do you deliver?", "We do."]],
    de: [["Gibt es Gutscheine?", "Ja."]],
  });
  await translate("Do you deliver?", "pt-PT", "Fazem entregas?");
  await translate("Do you deliver?", "pt-BR", "Vocês entregam?");
  sites = await loadSites(storage.db);

  expect(await questions("pt-BR")).toEqual(["Vocês embrulham?", "Vocês entregam?", "Gibt es Gutscheine?"]);
  expect(await questions("pt-PT")).toEqual(["Vocês embrulham?", "Fazem entregas?", "Gibt es Gutscheine?"]);
  expect(await questions("pt")).toEqual(await questions("pt-PT"));
  expect(await questions("de")).toEqual(["Vocês embrulham?", "Do you deliver?", "Gibt es Gutscheine?"]);
  expect(await questions("fr")).toEqual(["Vocês embrulham?", "Do you deliver?", "Gibt es Gutscheine?"]);
  const german = await shelf.of("demo");
  expect(german.search("de", "deliver", 5)).toMatchObject([{ question: "Do you deliver?" }]);
  expect(german.search("de", "entregas", 5)).toEqual([]);
});

test("a reader is spoken to in the dearest of their languages that the shop speaks, else in its first", async () => {
  await speak("en", "pt-PT", "pt-BR");
  sites = await loadSites(storage.db);
  const localeFor = async (...wanted: string[]) => (await shelf.of("demo")).localeFor(wanted);

  expect(await localeFor("pt-BR", "en")).toBe("pt-BR");
  expect(await localeFor("pt-AO", "en")).toBe("pt-PT");
  expect(await localeFor("fr", "en-GB")).toBe("en");
  expect(await localeFor("ja", "not a tag")).toBe("en");
  expect(await localeFor()).toBe("en");
});

test("an answer is found by its address, with its other languages and its page", async () => {
  await speak("en", "pt");
  await publishHere({ en: [["About nothing", "Nothing."]] });
  await publishHere({ en: [["Does the Alfama run small?", "It does."]] }, ["/shoes/*"]);
  await translate("Does the Alfama run small?", "pt", "O Alfama é pequeno?");
  sites = await loadSites(storage.db);
  const site = await shelf.of("demo");
  const [, alfama] = site.all("en");
  if (alfama === undefined) throw new Error("nothing was published");

  expect(site.forPage("en", "/shoes/alfama", 1)).toEqual([alfama]);
  expect(site.bySlug("en", alfama.slug)).toEqual(alfama);
  expect(site.bySlug("pt", alfama.slug)).toBeUndefined();
  expect(site.translations(alfama.id).map(({ locale }) => locale)).toEqual(["en", "pt"]);
  expect(site.answer(alfama.id, "pt")?.question).toBe("O Alfama é pequeno?");
  expect(site.answer(randomUUID(), "pt")).toBeUndefined();
});

async function translate(question: string, locale: string, translated: string): Promise<void> {
  const row = await storage.db
    .selectFrom("answer_texts")
    .selectAll()
    .where("question", "=", question)
    .where("locale", "=", "en")
    .executeTakeFirstOrThrow();
  const text = { ...row, locale, question: translated, slug: randomUUID() };
  await storage.db.insertInto("answer_texts").values(text).execute();
}
