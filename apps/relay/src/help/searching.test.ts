import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fieldOf, type SeenPage } from "../requests/testing/plain-browser.ts";
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

test("what is looked for is searched once, for the page and for who learns of it", async () => {
  const shelf = await stage.relay.parts.context.shelf.of("demo");
  const searches = vi.spyOn(shelf, "search");

  expect((await search("customs")).text).toContain("1 answer");

  expect(await noted()).toMatchObject([{ words: "customs", found: 1 }]);
  expect(searches).toHaveBeenCalledTimes(1);
});

test("the answer that was read after a search is noted with it", async () => {
  const results = await search("exchange worn");
  const answer = await stage.browser.visit(firstResult(results));

  expect(answer.text).toContain("Can I exchange a worn pair?");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await noted()).toMatchObject([{ words: "exchange worn", found: 1, answer_id: WORN }]);
});

describe("a search that led on to the contact form", () => {
  /** Follows a link of a page to the contact form, and sends that. */
  async function writeBy({ html }: SeenPage, link: RegExp): Promise<void> {
    const [, href = ""] = link.exec(html) ?? [];
    const { pathname, search } = new URL(href.replaceAll("&amp;", "&"));
    const form = await stage.browser.visit(pathname + search);
    const sent = await stage.browser.send(form, "/c/demo", { text: "Please?", email: "haruka@mail.example" });
    expect(sent.path).toMatch(/^\/r\/1001-/);
    expect(sent.path).not.toContain("s=");
  }

  test.each([
    ["what it found", (results: SeenPage) => Promise.resolve(results)],
    ["an answer that it found", (results: SeenPage) => stage.browser.visit(firstResult(results))],
  ])("is noted with that conversation, from %s", async (_from, goOn) => {
    const results = await search("customs");
    expect(await noted()).toMatchObject([{ conversation: null }]);

    await writeBy(await goOn(results), /class="button" href="([^"]*)"/);

    expect(await noted()).toMatchObject([{ words: "customs", conversation: 1001 }]);
  });

  test("is noted with it when an answer did not help", async () => {
    const answer = await stage.browser.visit(firstResult(await search("customs")));
    const vote = { useful: "no", s: fieldOf(answer, "s") ?? "" };
    const voted = await stage.browser.post("/help/demo/en/a/what-do-customs-cost/vote", vote);

    await writeBy(voted, /<a href="([^"]*)"[^>]*>Tell us what is missing/);

    expect(await noted()).toMatchObject([{ words: "customs", conversation: 1001 }]);
  });
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
