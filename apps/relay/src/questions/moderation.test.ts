import type { PublicPosts } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newSite } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { QuestionStage, READ } from "./testing/question-stage.ts";

const QUESTION = "Does this hold for shoes from the Chiado shop?";

let stage: QuestionStage;
beforeEach(async () => {
  stage = await QuestionStage.open();
});
afterEach(() => stage.close());

async function listed(state = ""): Promise<PublicPosts> {
  const response = await stage.ask("GET", `/posts${state && `?state=${state}`}`);
  return (await response.json()) as PublicPosts;
}

test("an agent sees what waits to be looked at, without anybody's address", async () => {
  await stage.write("Never confirmed?");
  await stage.write(QUESTION, { email: "mihai@mail.example" });
  await stage.confirm(2);

  const response = await stage.ask("GET", "/posts");
  const body = await response.text();

  expect(body).not.toContain("@mail.example");
  expect(JSON.parse(body)).toMatchObject({
    posts: [{ text: QUESTION, state: "held", byShop: false, answer: { question: "Can I exchange a worn pair?" } }],
    held: 1,
  });
  expect((await listed("shown")).posts).toEqual([]);
});

test("an agent answers in one go: the question is shown with the answer, marked as the shop's", async () => {
  await stage.write(QUESTION);
  await stage.confirm(1);
  stage.shop.clock.advance(1);

  const answered = await stage.ask("POST", `/posts/${await stage.idOf(QUESTION)}/replies`, { text: "It does." });

  expect(answered.status).toBe(204);
  expect((await stage.browser.visit(READ)).text).toMatch(/Ioana M\. .*Chiado shop\? .*Ana , Lisboa Shoes .*It does\./);
  expect(await listed()).toMatchObject({ held: 0, posts: [{ byShop: true, name: "Ana" }, { state: "shown" }] });
});

test("what an agent hides is gone from the page, and so is its writer's address", async () => {
  const id = await stage.shown(QUESTION);

  await stage.ask("PUT", `/posts/${id}`, { state: "hidden" });

  expect((await stage.browser.visit(READ)).text).not.toContain(QUESTION);
  expect(await stage.posts()).toMatchObject([{ state: "hidden", email: null }]);
});

test("posts of another shop, made-up ones and those that nobody confirmed cannot be changed", async () => {
  const other = newSite("bags", "Faro Bags", []);
  if (other) await addSite(stage.relay.parts.storage.db, other, 1);
  await stage.relay.parts.context.sites.refresh();
  const id = await stage.shown(QUESTION);
  await stage.write("Never confirmed?");
  const unconfirmed = await stage.idOf("Never confirmed?");
  const changes = [
    stage.ask("PUT", `/posts/${id}`, { state: "hidden" }, "bags"),
    stage.ask("POST", `/posts/${id}/replies`, { text: "Ours now." }, "bags"),
    stage.ask("PUT", `/posts/${unconfirmed}`, { state: "shown" }),
    stage.ask("POST", `/posts/${unconfirmed}/replies`, { text: "Yes." }),
    stage.ask("PUT", "/posts/%00", { state: "shown" }),
  ];

  expect((await Promise.all(changes)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect(await (await stage.ask("GET", "/posts", undefined, "bags")).json()).toEqual({ posts: [], held: 0 });
  expect((await stage.posts()).map(({ state }) => state)).toEqual(["shown", "unconfirmed"]);
});

test("nobody but agents sees or changes anything", async () => {
  const id = await stage.shown(QUESTION);
  const path = `${stage.relay.url}/v1/agent/sites/demo/posts`;
  const headers = { origin: stage.relay.url, "content-type": "application/json" };
  const body = JSON.stringify({ state: "hidden" });

  expect((await fetch(path)).status).toBe(401);
  expect((await fetch(`${path}/${id}`, { method: "PUT", headers, body })).status).toBe(401);
  const forged = { ...headers, origin: "https://evil.example", cookie: stage.relay.owner.cookie };
  expect((await fetch(`${path}/${id}`, { method: "PUT", headers: forged, body })).status).toBe(403);
});

test.each([{ state: "unconfirmed" }, { state: "held" }, {}])("%j is no decision", async (change) => {
  const id = await stage.shown(QUESTION);

  expect((await stage.ask("PUT", `/posts/${id}`, change)).status).toBe(400);
  expect((await stage.ask("POST", `/posts/${id}/replies`, { text: " " })).status).toBe(400);
});
