import { afterEach, beforeEach, expect, test } from "vitest";
import { ASK, QuestionStage, READ } from "./testing/question-stage.ts";

const QUESTION = "Does this hold for shoes from the Chiado shop?";
const DAY_MS = 24 * 3_600_000;

let stage: QuestionStage;
beforeEach(async () => {
  stage = await QuestionStage.open();
});
afterEach(() => stage.close());

const states = async () => (await stage.posts()).map(({ state }) => state);

test("looking at the link confirms nothing: mail servers follow links too", async () => {
  await stage.write(QUESTION);
  const page = await stage.browser.visit(await stage.link(1));

  expect(page.text).toContain(`Ioana M. ${QUESTION}`);
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect(await states()).toEqual(["unconfirmed"]);
});

test("where nothing is held, what was confirmed is shown at once", async () => {
  await stage.shop.change({ help: JSON.stringify({ locales: ["en"], publicQuestions: true, holds: false }) });
  await stage.write(QUESTION);

  expect((await stage.confirm(1)).text).toContain("It appears under the answer within a minute.");
  expect((await stage.browser.visit(READ)).text).toContain(QUESTION);
});

test("a link that is followed again, or after an agent hid the post, changes nothing", async () => {
  await stage.write(QUESTION);
  const path = await stage.link(1);
  const form = await stage.browser.visit(path);
  await Promise.all([stage.browser.send(form, path, {}), stage.browser.send(form, path, {})]);
  expect(await states()).toEqual(["held"]);
  await stage.ask("PUT", `/posts/${await stage.idOf(QUESTION)}`, { state: "hidden" });

  const again = await stage.browser.send(form, path, {});

  expect(again.text).toContain("This was confirmed before");
  expect(await states()).toEqual(["hidden"]);
});

test("a link is good for a day", async () => {
  await stage.write(QUESTION);
  const path = await stage.link(1);
  const form = await stage.browser.visit(path);
  stage.shop.clock.advance(DAY_MS + 1);

  const late = await stage.browser.send(form, path, {});

  expect(late.text).toContain("This link is too old");
  expect(late.html).toContain(`href="${ASK}"`);
  expect(await states()).toEqual(["unconfirmed"]);
});

test("a link that was made up opens nothing", async () => {
  await stage.write(QUESTION);
  const path = await stage.link(1);
  const [id = ""] = path.split("-");
  const made = [`${id}-${"0".repeat(32)}`, id, `${path}0`, path.toUpperCase().replace("/Q/CONFIRM", "/q/confirm")];

  for (const other of made) {
    expect((await stage.browser.visit(other)).status, other).toBe(404);
    expect((await stage.browser.post(other, {})).status, other).toBe(404);
  }
  expect(await states()).toEqual(["unconfirmed"]);
});

test("a link does nothing for a page of another site", async () => {
  await stage.write(QUESTION);
  const path = await stage.link(1);

  const refused = await stage.browser.post(path, {}, { origin: "https://evil.example" });

  expect(refused.status).toBe(403);
  expect(await states()).toEqual(["unconfirmed"]);
});
