import { afterEach, beforeEach, expect, test } from "vitest";
import { PlainBrowser } from "../requests/testing/plain-browser.ts";
import { HelpStage } from "./testing/help-stage.ts";
import { WORN } from "./testing/shoe-answers.ts";

const EXCHANGE = "/help/demo/en/a/can-i-exchange-a-worn-pair";

let stage: HelpStage;
beforeEach(async () => {
  stage = await HelpStage.open({ help: { url: "https://help.lisboashoes.example" } });
});
afterEach(() => stage.close());

function votes() {
  return stage.relay.parts.storage.db.selectFrom("answer_votes").selectAll().execute();
}

/** Has what is published read again, with so many votes. */
async function isCounted(count: number): Promise<void> {
  await stage.publishAgain();
  const { shelf } = stage.relay.parts.context;
  const counted = async () => (await shelf.of("demo")).answer(WORN, "en")?.votes ?? { up: 0, down: 0 };
  await expect.poll(async () => Object.values(await counted()).reduce((sum, votes) => sum + votes)).toBe(count);
}

function vote(useful: string, headers: Record<string, string> = {}, words = "") {
  return stage.browser.post(`${EXCHANGE}/vote`, { useful, words }, headers);
}

test("who found it useful is thanked", async () => {
  const page = await vote("yes");

  expect(page.path).toBe(`${EXCHANGE}?voted=yes`);
  expect(page.text).toContain("Thank you. That helps the next person.");
  expect(await votes()).toMatchObject([{ answer_id: WORN, useful: 1, locale: "en", words: null }]);
});

test("who did not is thanked, and led to a person with the question", async () => {
  const page = await vote("no", {}, "worn boots");
  const [, href = ""] = /<a href="([^"]*)"[^>]*>Tell us what is missing/.exec(page.html) ?? [];

  expect(new URL(href.replaceAll("&amp;", "&")).searchParams.get("text")).toBe("About “Can I exchange a worn pair?”: ");
  expect(page.html).toContain('data-shopbell="About “Can I exchange a worn pair?”: ">Tell us what is missing');
  expect(await votes()).toMatchObject([{ useful: 0, words: "worn boots" }]);
});

test("who votes again changes their mind; another browser is another voter", async () => {
  await vote("yes");
  await vote("no");
  await new PlainBrowser(stage.relay, { "user-agent": "another" }).post(`${EXCHANGE}/vote`, { useful: "yes" });

  expect((await votes()).map(({ useful }) => useful).sort()).toEqual([0, 1]);
});

test("of five votes and more the page says how many were for it, once it is read again", async () => {
  const voters = ["a", "b", "c", "d"].map((name) => new PlainBrowser(stage.relay, { "user-agent": name }));
  for (const voter of voters) await voter.post(`${EXCHANGE}/vote`, { useful: "yes" });
  await isCounted(4);
  expect((await stage.browser.visit(EXCHANGE)).text).not.toContain("said yes");

  await vote("no");
  await isCounted(5);

  expect((await stage.browser.visit(EXCHANGE)).text).toContain("4 of 5 people said yes");
});

test("a vote is taken from a page of ours, or of the shop's own address, and from no other", async () => {
  const own = { origin: "https://help.lisboashoes.example" };
  expect((await vote("yes", own)).status).toBe(200);
  expect((await vote("no", { origin: "https://evil.example" })).status).toBe(403);
  expect((await vote("no", { ...own, "sec-fetch-site": "cross-site" })).status).toBe(403);

  expect(await votes()).toMatchObject([{ useful: 1 }]);
});

test.each(["", "maybe", "yes\0", "__proto__"])("%j is no vote", async (useful) => {
  expect((await vote(useful)).status).toBe(400);
  expect(await votes()).toEqual([]);
});

test("of what is not published nobody can vote", async () => {
  expect((await stage.browser.post("/help/demo/en/a/nowhere/vote", { useful: "yes" })).status).toBe(404);
});

test("after many votes from one address no more are taken for a while", async () => {
  const few = await HelpStage.open({ limits: { votesPerAddress: { max: 1, windowMs: 60_000 } } });
  await few.browser.post(`${EXCHANGE}/vote`, { useful: "yes" });
  const refused = await few.browser.post(`${EXCHANGE}/vote`, { useful: "no" });
  await few.close();

  expect(refused.status).toBe(429);
});
