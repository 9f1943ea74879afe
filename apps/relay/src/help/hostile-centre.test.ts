import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SeenPage } from "../requests/testing/plain-browser.ts";
import { newSite } from "../sites/site.ts";
import { addSite, storeHelp } from "../sites/site-store.ts";
import { HelpStage } from "./testing/help-stage.ts";
import { anId, english } from "./testing/shoe-answers.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  `' autofocus onfocus="alert(1)" x='`,
  "</title></textarea><svg onload=alert(1)>",
  "</script><script>alert(1)</script>",
  "<!-- {{7*7}} &lt;script&gt; `",
];

function tagsIn({ html }: SeenPage): string[] {
  return html.match(/<[\w!/]+/g) ?? [];
}

/** A shop in which everything that people write is this. */
async function shopOf(typed: string): Promise<SeenPage[]> {
  const name = "a".repeat(4);
  const texts = { en: { slug: name, question: typed, source: typed.replaceAll("`", "") } };
  const category = anId(1);
  const stage = await HelpStage.open({
    categories: [{ id: category, icon: "star", names: { en: typed } }],
    answers: [{ id: anId(2), category, texts }],
  });
  const paths = ["", `c/${category}`, `a/${name}`, `a/${name}?voted=no`, "a/nowhere", "order?number=1"];
  await stage.change({ order_source: JSON.stringify({ kind: "stored" }) });
  const pages = await Promise.all(paths.map((path) => stage.browser.visit(`/help/demo/en/${path}`)));
  const searched = await stage.browser.visit(`/help/demo/en/search?q=${encodeURIComponent(typed)}`);
  const asked = await stage.browser.post("/help/demo/en/order", { number: typed, email: typed });
  await stage.close();
  return [...pages, searched, asked];
}

let harmless: SeenPage[];
beforeAll(async () => {
  harmless = await shopOf("harmless");
});

test.each(HOSTILE)("%s is a text on every page", async (typed) => {
  const pages = await shopOf(typed);

  pages.forEach((page, index) => {
    const plain = harmless[index] as SeenPage;
    // A search finds what is harmless, and may not find what is not: then there are fewer tags, but none that are other ones.
    expect([...new Set(tagsIn(page))].filter((tag) => !tagsIn(plain).includes(tag))).toEqual([]);
    expect(page.html.match(/<script/g)).toEqual(plain.html.match(/<script/g));
  });
  expect(pages[2]?.text).toContain(typed.replaceAll("`", ""));
});

describe("of another shop", () => {
  let stage: HelpStage;
  beforeAll(async () => {
    stage = await HelpStage.open({ answers: [english(30, null, "What is our secret?", "It is cork.")] });
    const site = newSite("bags", "Faro Bags", ["https://bags.example"]);
    if (site) await addSite(stage.relay.parts.storage.db, site, 0);
    const help = { locales: ["en"], url: null, shopUrl: null, publicQuestions: false, holds: true };
    await storeHelp(stage.relay.parts.storage.db, "bags", help);
    await stage.relay.parts.context.sites.refresh();
  });
  afterAll(() => stage.close());

  test("no answer is read, found, voted on or listed", async () => {
    expect((await stage.browser.visit("/help/demo/en/a/what-is-our-secret")).text).toContain("It is cork.");

    expect((await stage.browser.visit("/help/bags/en/a/what-is-our-secret")).status).toBe(404);
    expect((await stage.browser.visit("/help/bags/en/search?q=secret")).text).toContain("Nothing found");
    expect((await stage.browser.post("/help/bags/en/a/what-is-our-secret/vote", { useful: "no" })).status).toBe(404);
    expect((await stage.browser.visit("/help/bags/sitemap.xml")).html).not.toContain("secret");
  });
});
