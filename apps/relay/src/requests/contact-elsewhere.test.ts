import { afterEach, beforeEach, expect, test } from "vitest";
import { HelpStage } from "../help/testing/help-stage.ts";
import { startRelay } from "../testing/index.ts";
import { fieldOf, PlainBrowser } from "./testing/plain-browser.ts";

let stage: HelpStage;
beforeEach(async () => {
  stage = await HelpStage.open();
});
afterEach(() => stage.close());

test("the contact page leads to answers, orders and other ways, with what was typed", async () => {
  const ways = [{ kind: "whatsapp", value: "+351210000142", hours: null }];
  await stage.change({ order_source: JSON.stringify({ kind: "stored" }), ways: JSON.stringify(ways) });

  const { html } = await stage.browser.visit("/c/demo?lang=pt&text=Onde+est%C3%A1%3F");

  expect(html).toContain(`<a href="${stage.relay.url}/help/demo/pt/">Respostas</a>`);
  expect(html).toContain(`<a href="${stage.relay.url}/help/demo/pt/order">Onde está a minha encomenda?</a>`);
  expect(html).toContain('href="https://wa.me/351210000142?text=Onde%20est%C3%A1%3F"');
});

test("what was typed before stands in the field, and is not sent", async () => {
  const page = await stage.browser.visit("/c/demo?text=Where%20is%20LS-1%3F%0D%0AThank%20you");

  expect(fieldOf(page, "text")).toBe("Where is LS-1?\nThank you");
  expect(await stage.relay.parts.storage.db.selectFrom("conversations").selectAll().execute()).toEqual([]);
});

test.each([
  ["x".repeat(9_000), 4_000],
  ["a\0b", 2],
  ["</textarea><script>", 19],
])("of %j it takes what a message may be", async (text, length) => {
  const page = await stage.browser.visit(`/c/demo?text=${encodeURIComponent(text)}`);

  expect(page.status).toBe(200);
  expect(fieldOf(page, "text")).toHaveLength(length);
});

test("where a shop has nothing else, nothing else is there", async () => {
  const plain = await startRelay();
  const { html } = await new PlainBrowser(plain).visit("/c/demo");
  await plain.stop();

  expect(html).not.toContain("elsewhere");
});
