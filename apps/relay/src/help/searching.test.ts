import { afterEach, beforeEach, expect, test } from "vitest";
import type { SeenPage } from "../requests/testing/plain-browser.ts";
import { HelpStage } from "./testing/help-stage.ts";
import { anId, WORN } from "./testing/shoe-answers.ts";

let stage: HelpStage;
beforeEach(async () => {
  stage = await HelpStage.open();
});
afterEach(() => stage.close());

function search(words: string): Promise<SeenPage> {
  return stage.browser.visit(`/help/demo/en/search?q=${encodeURIComponent(words)}`);
}

function noted() {
  return stage.relay.parts.storage.db.selectFrom("searches").selectAll().execute();
}

/** The first result's address. */
function firstResult({ html }: SeenPage): string {
  const [, href = ""] = /<ol class="results"><li><h2><a href="([^"]*)"/.exec(html.replaceAll("\n", "")) ?? [];
  return new URL(href.replaceAll("&amp;", "&"), `${stage.relay.url}/help/demo/en/search`).href.slice(
    stage.relay.url.length,
  );
}

test("a search leads to answers, with the words marked in them", async () => {
  const { text, html, headers } = await search("customs");

  expect(text).toContain("1 answer for “customs”");
  expect(html).toContain("What do <mark>customs</mark> cost?");
  expect(text).toContain("Nothing within the European Union.");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(html).toContain("noindex");
});

test("a search that finds nothing says so, keeps the words for a person, and is noted", async () => {
  const { text, html } = await search("Gift wrapping");

  expect(text).toContain("Nothing found for “Gift wrapping”");
  expect(html).toContain('href="http://127.0.0.1');
  const [, contact = ""] = /class="button" href="([^"]*)"/.exec(html) ?? [];
  expect(new URL(contact.replaceAll("&amp;", "&")).searchParams.get("text")).toBe("Gift wrapping");
  expect(await noted()).toMatchObject([{ words: "gift wrapping", found: 0, answer_id: null, locale: "en" }]);
});

test("the answer that was read after a search is noted with it", async () => {
  const results = await search("exchange worn");
  const answer = await stage.browser.visit(firstResult(results));

  expect(answer.text).toContain("Can I exchange a worn pair?");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await noted()).toMatchObject([{ words: "exchange worn", found: 1, answer_id: WORN }]);
});

test("an answer that was read without a search notes nothing, nor does somebody's own idea of a search", async () => {
  await stage.browser.visit("/help/demo/en/a/can-i-exchange-a-worn-pair");
  await stage.browser.visit("/help/demo/en/a/can-i-exchange-a-worn-pair?s=1&q=x");
  await stage.browser.visit(`/help/demo/en/a/can-i-exchange-a-worn-pair?s=${anId(99)}`);
  await search("");

  expect(await noted()).toEqual([]);
});

test("what cannot be noted is found all the same", async () => {
  await stage.relay.parts.storage.db.schema.dropTable("searches").execute();

  expect((await search("customs")).text).toContain("1 answer for “customs”");
});

test.each(["a".repeat(10_000), "\0\0", "\ud800", "%", "<script>alert(1)</script>", "🥾".repeat(300)])(
  "whatever is searched for, there is a page: %j",
  async (words) => {
    const { status, html } = await stage.browser.visit(
      `/help/demo/en/search?q=${encodeURIComponent(words.toWellFormed())}`,
    );

    expect(status).toBe(200);
    expect(html).not.toContain("<script>");
  },
);

test("a search that is asked twice at once is one search", async () => {
  expect((await stage.browser.visit("/help/demo/en/search?q=customs&q=delivery")).text).toContain("for “customs”");
});
