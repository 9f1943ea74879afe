import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PlainBrowser } from "../requests/testing/plain-browser.ts";
import { ASK, IOANA, QuestionStage, READ } from "./testing/question-stage.ts";

const QUESTION = "Does this hold for shoes from the Chiado shop?";

let stage: QuestionStage;
beforeEach(async () => {
  stage = await QuestionStage.open();
});
afterEach(() => stage.close());

const readPage = async () => (await stage.browser.visit(READ)).text;

describe("an answer by another visitor", () => {
  const ANSWER = "It did for me.";

  test("stands under its question, once it is confirmed and looked at", async () => {
    const id = await stage.shown(QUESTION);
    await stage.shown(ANSWER, { name: "Mihai", email: "mihai@mail.example" }, `${ASK}?to=${id}`);

    const page = await stage.browser.visit(READ);

    expect(page.text).toMatch(/Does this hold .* Mihai .* It did for me\./);
    expect(page.html.match(/<article class="post"/g)).toHaveLength(2);
    expect(page.html.match(/>Answer<\/a>/g)).toHaveLength(1);
  });

  test("is only taken where a question is shown, under its own answer", async () => {
    const id = await stage.shown(QUESTION);
    const answer = await stage.shown(ANSWER, {}, `${ASK}?to=${id}`);
    const elsewhere = ["/q/demo/pt/entrega-acores", "/q/demo/pt/posso-trocar"];
    for (const path of elsewhere) expect((await stage.browser.visit(path)).status, path).toBe(200);
    for (const path of [
      ...elsewhere.map((other) => `${other}?to=${id}`),
      `${ASK}?to=${answer}`,
      `${ASK}?to=nothing`,
      `${ASK}?to=a%00b`,
    ]) {
      expect((await stage.browser.visit(path)).status, path).toBe(404);
      expect((await stage.browser.post(path, { ...IOANA, text: "x" })).status, path).toBe(404);
    }

    await stage.ask("PUT", `/posts/${id}`, { state: "hidden" });

    expect((await stage.browser.visit(`${ASK}?to=${id}`)).status).toBe(404);
    expect(await readPage()).not.toContain(ANSWER);
  });
});

describe("a report", () => {
  const report = (id: string, who: string) =>
    new PlainBrowser(stage.relay, { "user-agent": who }).post(`/q/report/${id}`, {});

  test("of three people takes a post off the page until an agent has looked at it", async () => {
    const id = await stage.shown(QUESTION);
    const page = await stage.browser.visit(`/q/report/${id}`);
    expect(page.text).toContain(QUESTION);
    await stage.browser.send(page, id, {});
    for (const who of ["one", "one", "one"]) expect((await report(id, who)).text).toContain("The shop is told.");
    expect(await readPage()).toContain(QUESTION);

    await report(id, "two");

    expect(await readPage()).not.toContain(QUESTION);
    expect(await (await stage.ask("GET", "/posts")).json()).toMatchObject({ posts: [{ reports: 3 }], held: 1 });
    await stage.ask("PUT", `/posts/${id}`, { state: "shown" });
    await report(id, "three");
    expect(await readPage()).toContain(QUESTION);
  });

  test("of the shop's own words, or of what is not shown, is none", async () => {
    const id = await stage.shown(QUESTION);
    await stage.ask("POST", `/posts/${id}/replies`, { text: "It does." });
    const reply = await stage.idOf("It does.");
    await stage.write("Not yet confirmed");

    for (const other of [reply, await stage.idOf("Not yet confirmed"), "nothing", "%00"])
      expect((await report(other, "one")).status).toBe(404);
  });

  test("comes so often from one address", async () => {
    const few = await QuestionStage.open({ limits: { postReportsPerAddress: { max: 1, windowMs: 60_000 } } });
    const id = await few.shown(QUESTION);
    await few.browser.post(`/q/report/${id}`, {});

    const refused = await few.browser.post(`/q/report/${id}`, {});
    await few.close();

    expect(refused.status).toBe(429);
  });
});

test("whatever somebody writes stays text, and no address in it becomes a link", async () => {
  const hostile = `</p><script>alert(1)</script> https://evil.example [x](javascript:alert(1)) "><img src=x onerror=alert(1)>`;
  const name = `<b onclick="alert(1)">Eve</b>`;
  await stage.shown(hostile, { name });
  const id = await stage.idOf(hostile);

  for (const path of [READ, `${ASK}?to=${id}`, `/q/report/${id}`]) {
    const { html, text } = await stage.browser.visit(path);
    expect(text).toContain(hostile);
    expect(text).toContain(name);
    expect(html).not.toMatch(/<script>|<img src=x|<b onclick|href="[^"]*evil/);
  }
});

test("what search engines are told of the answer says nothing of what visitors wrote", async () => {
  await stage.shown(QUESTION);
  const { html } = await stage.browser.visit(READ);
  const facts = html.match(/<script type="application\/ld\+json">.*?<\/script>/gs) ?? [];

  expect(facts.length).toBeGreaterThan(0);
  expect(facts.join()).not.toContain("Chiado");
});
