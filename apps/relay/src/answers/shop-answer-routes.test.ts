import type { AnswerId, FoundAnswers, Problem, ShopHelp, ShownAnswer, Vote } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { storeHelp } from "../sites/site-store.ts";
import { startRelay, TestClock, type TestRelay } from "../testing/index.ts";
import { publish } from "./search-examples.ts";

const VOTE: Vote = { locale: "en", useful: true };

let relay: TestRelay;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock, limits: { searchesPerAddress: { max: 20, windowMs: 60_000 } } });
});
afterEach(() => relay.stop());

async function publishHere(examples: Parameters<typeof publish>[2], paths?: readonly string[]): Promise<void> {
  const { storage, context } = relay.parts;
  await publish(storage.db, "demo", examples, paths);
  await context.sites.refresh();
}

function read(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${relay.url}/v1/sites/demo/${path}`, { headers: { origin: relay.url, ...headers } });
}

const json = async <T>(path: string, headers?: Record<string, string>) =>
  (await (await read(path, headers)).json()) as T;

async function anAnswer(): Promise<AnswerId> {
  await publishHere({ en: [["Do you gift-wrap?", "We **do**."]] });
  const [answer] = (await json<ShopHelp>("help")).answers;
  if (answer === undefined) throw new Error("nothing was published");
  return answer.id;
}

function vote(id: string, body: object = VOTE, browser = "one browser"): Promise<Response> {
  return fetch(`${relay.url}/v1/sites/demo/answers/${id}/vote`, {
    method: "POST",
    headers: { origin: relay.url, "content-type": "application/json", "user-agent": browser },
    body: JSON.stringify(body),
  });
}

const votes = () => relay.parts.storage.db.selectFrom("answer_votes").selectAll().execute();

test("a shop that has published nothing helps with nothing", async () => {
  expect(await json<ShopHelp>("help?page=/")).toEqual({
    ...{ locale: "en", answers: [], searches: false, orders: false, ways: [], centre: null },
  });
});

test("on each page, the answers that matter there come first, and no more than can be looked over", async () => {
  await publishHere({ en: ["One", "Two", "Three", "Four", "Five"].map((question) => [question, "Yes."] as const) });
  await publishHere({ en: [["Does the Alfama run small?", "It does."]] }, ["/shoes/*"]);

  const ofPage = await json<ShopHelp>(`help?page=${encodeURIComponent("/shoes/alfama?size=38")}`);

  const questions = ["Does the Alfama run small?", "One", "Two", "Three", "Four"];
  expect(ofPage.answers.map(({ question }) => question)).toEqual(questions);
  expect(ofPage).toMatchObject({ searches: true, centre: `${relay.url}/help/demo/en/` });
});

test("the visitor's wishes decide the language, and without them their browser's", async () => {
  await storeHelp(relay.parts.storage.db, "demo", {
    ...{ locales: ["en", "pt"], url: null, shopUrl: null, publicQuestions: false, holds: true },
  });
  await publishHere({ en: [["Do you gift-wrap?", "We do."]], pt: [["Têm vales?", "Sim."]] });

  expect((await json<ShopHelp>("help?locale=fr,pt-BR,en")).locale).toBe("pt");
  expect((await json<ShopHelp>("help", { "accept-language": "fr, pt;q=0.8, en;q=0.5" })).locale).toBe("pt");
  const found = await json<FoundAnswers>("answers?q=vale&locale=pt");
  expect(found).toEqual({
    locale: "pt",
    answers: [expect.objectContaining({ question: "Têm vales?", marks: [[4, 8]] })],
  });
});

test("an answer is read with what its Markdown says, from cache while it has not changed", async () => {
  const id = await anAnswer();

  const response = await read(`answers/${id}?locale=en`);

  expect((await response.json()) as ShownAnswer).toEqual({
    id,
    locale: "en",
    question: "Do you gift-wrap?",
    blocks: [{ kind: "paragraph", spans: [{ text: "We " }, { text: "do", bold: true }, { text: "." }] }],
    link: `/help/demo/en/a/${id}`,
  });
  expect(response.headers.get("cache-control")).toBe("public, max-age=15");
  expect(response.headers.get("access-control-allow-origin")).toBe(relay.url);
  const etag = response.headers.get("etag") ?? "";
  expect((await read(`answers/${id}?locale=en`, { "if-none-match": etag })).status).toBe(304);
  expect((await read("answers/00000000-0000-4000-8000-000000000001")).status).toBe(404);
});

test("a message of any length is searched by its beginning", async () => {
  await anAnswer();
  const message = `do you wrap it${" and so on".repeat(500)}`;
  expect((await json<FoundAnswers>(`answers?q=${encodeURIComponent(message)}`)).answers).toHaveLength(1);
});

test("another shop's page reads nothing and votes for nothing", async () => {
  const id = await anAnswer();
  const origin = "https://evil.example";

  for (const path of ["help", "answers?q=wrap", `answers/${id}`])
    expect((await read(path, { origin })).status).toBe(403);
  const voted = await fetch(`${relay.url}/v1/sites/demo/answers/${id}/vote`, { method: "POST", headers: { origin } });
  expect(voted.status).toBe(403);
});

test("who asks too fast is told how long to wait, in words that the page may read", async () => {
  await anAnswer();
  for (let asked = 1; asked < 20; asked += 1) expect((await read("answers?q=wrap")).status).toBe(200);

  const refused = await read("answers?q=wrap");

  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("3");
  expect(refused.headers.get("access-control-allow-origin")).toBe(relay.url);
  expect(((await refused.json()) as Problem).code).toBe("too-fast");
});

test("a voter counts once and may change their mind, another one counts beside them", async () => {
  const id = await anAnswer();
  expect((await vote(id)).status).toBe(204);
  expect((await vote(id, { ...VOTE, useful: false, words: "Wrap order 20871" })).status).toBe(204);
  expect((await vote(id, VOTE, "another browser")).status).toBe(204);

  expect((await votes()).map(({ useful, words }) => ({ useful, words }))).toEqual(
    expect.arrayContaining([
      { useful: 0, words: "wrap order …" },
      { useful: 1, words: null },
    ]),
  );
  expect(await votes()).toHaveLength(2);
});

test("a vote for nothing, and one that says more than a vote does, are refused", async () => {
  const id = await anAnswer();

  expect((await vote("00000000-0000-4000-8000-000000000001")).status).toBe(404);
  expect((await vote("nonsense")).status).toBe(404);
  expect((await vote(id, { ...VOTE, locale: "pt" })).status).toBe(404);
  expect((await vote(id, { ...VOTE, voter: "somebody else" })).status).toBe(400);
  expect((await vote(id, { ...VOTE, words: "a".repeat(201) })).status).toBe(400);
  expect(await votes()).toEqual([]);
});

test("nobody votes for what is not published, as on its page in the help centre", async () => {
  const id = await anAnswer();
  const { storage, context } = relay.parts;
  expect((await vote(id)).status).toBe(204);
  await storage.db.deleteFrom("answer_votes").execute();
  await storage.db.updateTable("answer_texts").set({ published_at: null }).execute();
  await storage.db
    .updateTable("sites")
    .set((site) => ({ answers_version: site("answers_version", "+", 1) }))
    .execute();
  await context.sites.refresh();
  expect((await read(`answers/${id}`)).status).toBe(404);

  expect((await vote(id)).status).toBe(404);
  expect(await votes()).toEqual([]);
});

test("a page of the shop may vote from another origin than the relay's", async () => {
  const preflight = await fetch(`${relay.url}/v1/sites/demo/answers/${crypto.randomUUID()}/vote`, {
    method: "OPTIONS",
    headers: { origin: relay.url, "access-control-request-method": "POST" },
  });

  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-methods")).toBe("POST");
  expect(preflight.headers.get("access-control-allow-origin")).toBe(relay.url);
});
