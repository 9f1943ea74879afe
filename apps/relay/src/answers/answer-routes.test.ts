import type { AnswerBook, AnswerHistory, WrittenAnswer } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Doorkeeper } from "../http/doorkeeper.ts";
import { newSite } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { type SignedInAgent, startRelay, type TestRelay } from "../testing/index.ts";
import { anEdit, aUuid } from "./answer-builders.ts";
import { AnswerStore } from "./answer-store.ts";

const RETURNS = aUuid(1);
const DELIVERY = { id: aUuid(101), icon: "truck", names: { en: "Delivery" } };

let relay: TestRelay;
let joao: SignedInAgent;
beforeEach(async () => {
  relay = await startRelay();
  joao = await relay.addAgent("Joao");
});
afterEach(() => relay.stop());

function call(method: string, path: string, body?: unknown, who: SignedInAgent = joao): Promise<Response> {
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const headers = { origin: relay.url, cookie: who.cookie, ...type };
  return fetch(`${relay.url}/v1/agent/${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
}

async function read<T>(path: string): Promise<T> {
  return (await (await call("GET", path)).json()) as T;
}

const put = (edit: object = {}, id = RETURNS) => call("PUT", `sites/demo/answers/${id}`, { ...anEdit(), ...edit });
const book = () => read<AnswerBook>("sites/demo/answers");

test("an agent writes an answer, changes it, and deletes it", async () => {
  expect(await book()).toEqual({ categories: [], answers: [] });

  const written = (await (await put()).json()) as WrittenAnswer;
  expect(written).toMatchObject({ id: RETURNS, version: 1, texts: [{ changedBy: "Joao", published: true }] });
  expect(await book()).toEqual({ categories: [], answers: [written] });

  expect(await (await put({ version: 1, source: "Within 60 days." })).json()).toMatchObject({ version: 2 });
  const { versions } = await read<AnswerHistory>(`sites/demo/answers/${RETURNS}/history?locale=en`);
  expect(versions.map(({ source }) => source)).toEqual(["Within 60 days.", anEdit().source]);

  expect((await call("DELETE", `sites/demo/answers/${RETURNS}`)).status).toBe(204);
  expect((await call("DELETE", `sites/demo/answers/${RETURNS}`)).status).toBe(404);
  expect(await book()).toEqual({ categories: [], answers: [] });
});

test("an agent is told that there are too many answers, and is looked up once", async () => {
  const admissions = vi.spyOn(Doorkeeper.prototype, "admit");
  vi.spyOn(AnswerStore.prototype, "save").mockResolvedValueOnce("full");

  const response = await put();

  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: "too-large", detail: expect.stringContaining("5000") });
  expect(admissions).toHaveBeenCalledTimes(1);
  vi.restoreAllMocks();
});

test("this relay shows at once what was changed", async () => {
  const version = () => relay.parts.context.sites.known("demo")?.answersVersion;
  expect(version()).toBe(0);
  await put();
  expect(version()).toBe(1);
  await call("PUT", "sites/demo/answers-order", { ids: [RETURNS] });
  expect(version()).toBe(2);
  await call("PUT", "sites/demo/categories", { categories: [DELIVERY] });
  expect(version()).toBe(3);
  await call("DELETE", `sites/demo/answers/${RETURNS}`);
  expect(version()).toBe(4);
});

test("who began with an older version is told, and so is who writes what is gone", async () => {
  await put();
  await put({ version: 1 });

  const late = await put({ version: 1, source: "late" });
  expect(late.status).toBe(409);
  expect(await late.json()).toMatchObject({ code: "conflict" });
  expect((await put({ version: 4 }, aUuid(2))).status).toBe(404);
});

test.each(["", "   ", "---", "![](https://shop.example/a.png)"])(
  "an answer that says nothing (%s) is a draft, and cannot be published",
  async (source) => {
    const response = await put({ source });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "text-invalid" });

    expect((await put({ source, published: false })).status).toBe(200);
  },
);

test("answers and categories are put in order", async () => {
  await put();
  await put({}, aUuid(2));
  expect(await (await call("PUT", "sites/demo/categories", { categories: [DELIVERY] })).json()).toEqual({
    categories: [DELIVERY],
  });

  expect((await call("PUT", "sites/demo/answers-order", { ids: [aUuid(2), RETURNS] })).status).toBe(204);

  const { answers, categories } = await book();
  expect(answers.map(({ id }) => id)).toEqual([aUuid(2), RETURNS]);
  expect(categories).toEqual([DELIVERY]);
  const twice = await call("PUT", "sites/demo/categories", { categories: [DELIVERY, DELIVERY] });
  expect(twice.status).toBe(400);
});

test("as many answers as a site may have are put in order at once", async () => {
  const ids = Array.from({ length: 5_000 }, (_, n) => aUuid(n));
  expect((await call("PUT", "sites/demo/answers-order", { ids })).status).toBe(204);
  expect((await call("PUT", "sites/demo/answers-order", { ids: [...ids, RETURNS] })).status).toBe(400);
});

test("what an answer will look like is shown before it is saved", async () => {
  const response = await call("POST", "answer-preview", { source: "**Free** [x](javascript:alert(1))" });

  expect(await response.json()).toEqual({
    blocks: [{ kind: "paragraph", spans: [{ text: "Free", bold: true }, { text: " x" }] }],
  });
  expect(await book()).toEqual({ categories: [], answers: [] });
});

test("one shop's answers are not another's", async () => {
  const other = newSite("other", "Another shop", []);
  if (other) await addSite(relay.parts.storage.db, other, 1);
  await put();

  expect(await read("sites/other/answers")).toEqual({ categories: [], answers: [] });
  expect(await read(`sites/other/answers/${RETURNS}/history?locale=en`)).toEqual({ versions: [] });
  expect((await call("DELETE", `sites/other/answers/${RETURNS}`)).status).toBe(404);
  expect((await call("PUT", `sites/other/answers/${RETURNS}`, anEdit({ version: 1 }))).status).toBe(404);
  await call("PUT", "sites/other/categories", { categories: [DELIVERY] });
  expect((await call("PUT", "sites/demo/categories", { categories: [DELIVERY] })).status).toBe(409);
  expect((await book()).answers).toHaveLength(1);
});

test.each([
  ["a field that nobody may set", { slug: "mine" }],
  ["a question of two lines", { question: "One\nTwo?" }],
  ["a question that is too long", { question: "a".repeat(201) }],
  ["an answer that is too long", { source: "a".repeat(20_001) }],
  ["an answer with a NUL", { source: "a\0b" }],
  ["half a character", { source: "\ud83d" }],
  ["no language", { locale: "english" }],
  ["a path of another address", { paths: ["https://evil.example"] }],
])("%s is refused, and changes nothing", async (_what, edit) => {
  expect((await put(edit)).status).toBe(400);
  expect((await book()).answers).toEqual([]);
});

test("an answer of a megabyte is too large, and is not even read", async () => {
  const response = await put({ source: "a".repeat(1024 * 1024) });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: "too-large" });
});

test.each([
  ["GET", "sites/demo/answers"],
  ["PUT", `sites/demo/answers/${RETURNS}`],
  ["DELETE", `sites/demo/answers/${RETURNS}`],
  ["GET", `sites/demo/answers/${RETURNS}/history?locale=en`],
  ["PUT", "sites/demo/answers-order"],
  ["PUT", "sites/demo/categories"],
  ["POST", "answer-preview"],
])("%s %s is for agents alone, and for shops that are there", async (method, path) => {
  const body = method === "GET" || method === "DELETE" ? undefined : {};
  expect((await call(method, path, body, { ...joao, cookie: "" })).status).toBe(401);
  if (path.startsWith("sites/")) expect((await call(method, path.replace("demo", "nope"), body)).status).toBe(404);
});
