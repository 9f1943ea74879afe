import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { AnswerBook, ImportReport } from "@shopbell/protocol";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newSite } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { type SignedInAgent, startRelay, type TestRelay } from "../testing/index.ts";
import { aUuid } from "./answer-builders.ts";

const TABLE = [
  "id,locale,category,question,answer,published,paths,keywords",
  `${aUuid(1)},en,Returns,How do I return it?,**30** days.,yes,"/shoes/*\n/bags","send back\nrefund"`,
  `${aUuid(2)},en,,=Sizes?,- EU,no,,`,
  "",
].join("\r\n");

let relay: TestRelay;
let page = "";
let pages: Server;
beforeEach(async () => {
  pages = createServer((_request, response) => {
    response.writeHead(page === "" ? 404 : 200, { "content-type": "text/html" }).end(page);
  });
  await new Promise<void>((listening) => pages.listen(0, "127.0.0.1", listening));
  relay = await startRelay({ env: { EGRESS_ALLOW: `127.0.0.1:${(pages.address() as AddressInfo).port}` } });
});
afterEach(async () => {
  await relay.stop();
  pages.close();
});

const pageUrl = () => `http://127.0.0.1:${(pages.address() as AddressInfo).port}/faq`;

function send(
  body: string | Uint8Array<ArrayBuffer>,
  type = "text/csv",
  who: SignedInAgent = relay.owner,
): Promise<Response> {
  const headers = { origin: relay.url, cookie: who.cookie, "content-type": type };
  const init = { method: "POST", headers, body };
  return fetch(`${relay.url}/v1/agent/sites/demo/answers-import`, init);
}

async function report(body: string | Uint8Array<ArrayBuffer>, type?: string): Promise<ImportReport> {
  const response = await send(body, type);
  expect(response.status).toBe(200);
  return (await response.json()) as ImportReport;
}

const fromPage = (url = pageUrl(), locale = "en") => send(JSON.stringify({ url, locale }), "application/json");

function get(path: string, who: SignedInAgent = relay.owner): Promise<Response> {
  return fetch(`${relay.url}/v1/agent/sites/${path}`, { headers: { cookie: who.cookie } });
}

async function book(): Promise<AnswerBook> {
  return (await (await get("demo/answers")).json()) as AnswerBook;
}

async function exported(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await get("demo/answers-export")).arrayBuffer());
}

function faqPage(...questions: [string, string][]): string {
  const mainEntity = questions.map(([name, text]) => ({ "@type": "Question", name, acceptedAnswer: { text } }));
  return `<script type="application/ld+json">${JSON.stringify({ "@type": "FAQPage", mainEntity })}</script>`;
}

test("a table is imported once, and again nothing changes", async () => {
  expect(await report(TABLE)).toEqual({ added: 2, changed: 0, same: 0, faults: [] });

  const { answers, categories } = await book();
  expect(categories).toMatchObject([{ names: { en: "Returns" } }]);
  expect(answers).toMatchObject([
    {
      ...{ id: aUuid(1), version: 1, categoryId: categories[0]?.id },
      ...{ paths: ["/shoes/*", "/bags"], keywords: ["send back", "refund"] },
      texts: [{ question: "How do I return it?", source: "**30** days.", published: true, changedBy: "Ana" }],
    },
    { id: aUuid(2), texts: [{ question: "=Sizes?", source: "- EU", published: false }] },
  ]);
  const version = relay.parts.context.sites.known("demo")?.answersVersion;
  expect(version).toBe(1);

  expect(await report(TABLE)).toEqual({ added: 0, changed: 0, same: 2, faults: [] });
  expect(relay.parts.context.sites.known("demo")?.answersVersion).toBe(version);
});

test("what is exported is for spreadsheets, and is imported as the same again", async () => {
  await report(TABLE);

  const response = await get("demo/answers-export");

  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="answers-demo.csv"');
  const bytes = await exported();
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toContain("'=Sizes?");
  expect(await report(bytes)).toEqual({ added: 0, changed: 0, same: 2, faults: [] });
});

test("where one row is wrong, nothing is stored, and each fault is told by its line", async () => {
  await report(TABLE);
  const before = await book();
  const other = newSite("other", "Another shop", []);
  if (other) await addSite(relay.parts.storage.db, other, 1);
  await sql`update answers set site_key = 'other' where id = ${aUuid(2)}`.execute(relay.parts.storage.db);

  const rows = `${TABLE}${aUuid(3)},de,New category,A?,a,yes,,\r\n${aUuid(4)},en,New category,,a,maybe,,\r\n`;
  expect(await report(rows)).toMatchObject({
    ...{ added: 0, changed: 0, same: 0 },
    faults: [
      { row: 6, column: "locale" },
      { row: 7, column: "question" },
      { row: 7, column: "published" },
    ],
  });
  expect((await report(TABLE)).faults).toEqual([
    { row: 5, column: "id", problem: "This is an answer of another shop." },
  ]);

  await sql`update answers set site_key = 'demo' where id = ${aUuid(2)}`.execute(relay.parts.storage.db);
  expect(await book()).toEqual(before);
});

test("what breaks in the middle leaves nothing half imported", async () => {
  await report(TABLE);
  const before = await book();
  const { db } = relay.parts.storage;
  await sql`alter table answer_versions rename to away`.execute(db);

  const response = await send(TABLE.replaceAll("30", "31").replace("Returns", "Refunds").replace(aUuid(2), aUuid(3)));
  expect(response.status).toBe(500);

  await sql`alter table away rename to answer_versions`.execute(db);
  expect(await book()).toEqual(before);
});

test("a table of a thousand answers is taken, and one of six megabytes is not", async () => {
  const rows = Array.from({ length: 1_000 }, (_, n) => `en,Question ${n}?,${"words ".repeat(100)}`);
  expect(await report(`locale,question,answer\n${rows.join("\n")}`)).toMatchObject({ added: 1_000, faults: [] });
  expect((await book()).answers.map(({ texts }) => texts[0]?.question).slice(0, 3)).toEqual([
    "Question 0?",
    "Question 1?",
    "Question 2?",
  ]);

  const response = await send("a".repeat(6 * 1024 * 1024));
  expect(response.status).toBe(413);
});

test("a page's questions become drafts, which stay as they were edited where the page says nothing new", async () => {
  page = faqPage(["Can I <b>return</b> it?", "<p>Within <a href='/r'>30 days</a>.</p>"], ["Sizes?", "EU"]);

  expect(await (await fromPage()).json()).toEqual({ added: 2, changed: 0, same: 0, faults: [] });

  const { answers } = await book();
  expect(answers.map(({ texts }) => texts)).toMatchObject([
    [{ question: "Can I return it?", source: `Within [30 days](<${new URL("/r", pageUrl())}>).`, published: false }],
    [{ question: "Sizes?", source: "EU", published: false }],
  ]);
  expect(await (await fromPage()).json()).toEqual({ added: 0, changed: 0, same: 2, faults: [] });
});

test("a page with a question that is too long says which one", async () => {
  page = faqPage(["Sizes?", "EU"], ["q".repeat(201), "a"]);

  expect(await (await fromPage()).json()).toMatchObject({ added: 0, faults: [{ row: 2, column: "question" }] });
  expect((await book()).answers).toEqual([]);
});

test("a page that has no questions, is not there, or is private, cannot be read", async () => {
  page = "<h1>Hello</h1>";
  expect(await (await fromPage()).json()).toMatchObject({ code: "page-unreadable" });
  page = "";
  expect(await (await fromPage()).json()).toMatchObject({
    code: "page-unreadable",
    detail: "The page answered with 404.",
  });
  const { port } = new URL(relay.url);
  expect((await fromPage(`http://127.0.0.1:${port}/`)).status).toBe(422);
  expect((await fromPage("file:///etc/passwd")).status).toBe(400);
  expect((await fromPage(pageUrl(), "de")).status).toBe(400);
});

test("only an owner imports and exports", async () => {
  const joao = await relay.addAgent("Joao");

  for (const type of ["text/csv", "application/json"]) {
    expect((await send("{}", type, joao)).status).toBe(403);
    expect((await send("{}", type, { ...joao, cookie: "" })).status).toBe(401);
  }
  expect((await get("demo/answers-export", joao)).status).toBe(403);
  expect((await get("nope/answers-export")).status).toBe(404);
  expect((await send("{}", "text/plain")).status).toBe(400);
});
