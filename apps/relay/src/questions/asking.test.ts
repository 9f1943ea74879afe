import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pretend } from "../requests/testing/open-shop.ts";
import { fieldOf } from "../requests/testing/plain-browser.ts";
import { ASK, IOANA, QuestionStage, READ, SLUG } from "./testing/question-stage.ts";

const QUESTION = "Does this hold for shoes from the Chiado shop?";

let stage: QuestionStage;
beforeEach(async () => {
  stage = await QuestionStage.open();
});
afterEach(() => stage.close());

const states = async () => (await stage.posts()).map(({ state }) => state);
const readPage = async () => (await stage.browser.visit(READ)).text;

test("a visitor asks, confirms by the mail, and is read once an agent has looked", async () => {
  expect((await stage.browser.visit(READ)).html).toContain(`href="${stage.relay.url}${ASK}"`);

  const sent = await stage.write(QUESTION);
  expect(sent.path).toBe(`${ASK}?sent=1`);
  expect(sent.text).toContain("Look into your mail");
  expect(await states()).toEqual(["unconfirmed"]);

  expect((await stage.confirm(1)).text).toContain("Lisboa Shoes looks at it first.");
  expect(await states()).toEqual(["held"]);
  expect(await readPage()).not.toContain(QUESTION);

  await stage.ask("PUT", `/posts/${await stage.idOf(QUESTION)}`, { state: "shown" });
  expect(await readPage()).toMatch(/Asked under this answer IM Ioana M\..* Does this hold for shoes/);
});

test("the mail brings nothing of what was written, nor the name, and says that a program wrote it", async () => {
  await stage.write("BUY CHEAP WATCHES at https://evil.example", { name: "Cheap Watches" });
  const mail = await stage.mail(1);

  expect(mail.to).toEqual([IOANA.email]);
  expect(mail.subject).toBe("Did you write this? (Lisboa Shoes)");
  expect(mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  for (const part of [mail.subject, mail.text, mail.html, mail.raw]) expect(part).not.toMatch(/watches|evil/i);
});

describe("a form", () => {
  test("that is sent twice makes one post and one mail", async () => {
    const form = await stage.browser.visit(ASK);
    await Promise.all([1, 2, 3].map(() => stage.browser.send(form, SLUG, { ...IOANA, text: QUESTION })));
    await stage.mail(1);
    await expect.poll(() => stage.relay.parts.storage.db.selectFrom("jobs").select("kind").execute()).toEqual([]);

    expect(await states()).toHaveLength(1);
    expect(stage.smtp.mails).toHaveLength(1);
  });

  test("that was changed after it was sent is kept, and becomes another post", async () => {
    const form = await stage.browser.visit(ASK);
    await stage.browser.send(form, SLUG, { ...IOANA, text: QUESTION });
    const refused = await stage.browser.send(form, SLUG, { ...IOANA, text: "And for boots?" });
    expect(refused.status).toBe(422);
    expect(fieldOf(refused, "text")).toBe("And for boots?");

    await stage.browser.send(refused, SLUG, {});

    expect((await stage.posts()).map(({ text }) => text).sort()).toEqual(["And for boots?", QUESTION]);
  });

  test.each([
    ["nothing", { text: " \r\n " }, "Write something first."],
    ["too much", { text: "x".repeat(1_002) }, "This is 2 characters too long."],
    ["a NUL", { text: "a\0b" }, "There are characters in it that cannot be stored."],
    ["no name", { name: "" }, "Give the name that is to be shown."],
    ["a long name", { name: "x".repeat(81) }, "This name is too long"],
    ["the shop's name", { name: "João, lisboa SHOES" }, "this is the shop's"],
    ["no address", { email: "" }, "Leave an e-mail address"],
    ["half an address", { email: "ioana at mail" }, "This is not an e-mail address."],
    ["the trap filled", { website: "https://evil.example" }, "Something filled in a field that people do not see."],
  ])("with %s is refused in words, with what was typed kept", async (_what, fields: Record<string, string>, words) => {
    const refused = await stage.write(QUESTION, fields);

    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect(fieldOf(refused, "name")).toBe({ ...IOANA, ...fields }.name);
    expect(await states()).toEqual([]);
  });

  test("is not taken from a page of another site", async () => {
    const form = await stage.browser.visit(ASK);
    const forged = stage.browser.send(form, SLUG, { ...IOANA, text: QUESTION }, { "sec-fetch-site": "cross-site" });

    expect((await forged).status).toBe(403);
    expect(await states()).toEqual([]);
  });

  test("is not there while no mail goes out: what was typed goes along to a person", async () => {
    const form = await stage.browser.visit(ASK);
    pretend(stage.relay, { mails: false });

    expect((await stage.browser.visit(READ)).html).not.toContain(ASK);
    expect((await stage.browser.visit(ASK)).html).not.toContain("<form");
    const refused = await stage.browser.send(form, SLUG, { ...IOANA, text: QUESTION });

    expect(refused.status).toBe(503);
    expect(refused.html).toContain(`text=${encodeURIComponent(QUESTION).replaceAll("%20", "+")}`);
    expect(await states()).toEqual([]);
  });
});

test("until the owner wants public questions there are none, not even those from before", async () => {
  const id = await stage.shown(QUESTION);
  expect(await readPage()).toContain(QUESTION);
  await stage.shop.change({ help: JSON.stringify({ locales: ["en"], publicQuestions: false, holds: true }) });

  expect(await readPage()).not.toContain("Asked under this answer");
  expect((await stage.browser.visit(ASK)).status).toBe(404);
  expect((await stage.browser.post(ASK, { ...IOANA, text: QUESTION })).status).toBe(404);
  expect((await stage.browser.visit(`/q/report/${id}`)).status).toBe(404);
});

describe("many posts", () => {
  test("from one network address are taken up to a limit; the form keeps the next one", async () => {
    const few = await QuestionStage.open({ limits: { postsPerAddress: { max: 3, windowMs: 3_600_000 } } });
    for (const n of [1, 2, 3]) await few.write(`Question ${n}?`, { email: `reader${n}@mail.example` });

    const refused = await few.write("Question 4?", { email: "reader4@mail.example" });
    const stored = await few.posts();
    await few.close();

    expect(refused.status).toBe(429);
    expect(fieldOf(refused, "text")).toBe("Question 4?");
    expect(stored).toHaveLength(3);
  });

  test("bring one mail address no more than three mails a day, however it is written", async () => {
    for (const n of [1, 2, 3])
      await stage.write(`Question ${n}?`, { email: n === 2 ? "IOANA@mail.example" : IOANA.email });

    expect((await stage.write("Question 4?")).status).toBe(429);
    expect((await stage.write("Question 4?", { email: "mihai@mail.example" })).status).toBe(200);
    expect(await states()).toHaveLength(4);
  });
});
