import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anOrder, aStep } from "../orders/testing/builders.ts";
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
/** Looks different in an address too. */
const HARMLESS = "no harm";

let stage: HelpStage;
let harmless: Pages;
beforeAll(async () => {
  stage = await HelpStage.open();
  harmless = await pagesOfShopWith(HARMLESS);
});
afterAll(() => stage.close());

/** Pages by what they are. */
type Pages = Readonly<Record<string, SeenPage>>;

/** Every page of a shop in which everything that people write is this. */
async function pagesOfShopWith(typed: string): Promise<Pages> {
  const order = await stock(typed);
  const { browser } = stage;
  const visit = (path: string) => browser.visit(`/help/demo/en/${path}`);
  const home = await visit("");
  const category = /href="(c\/[^"]+)"/.exec(home.html)?.[1];
  const words = encodeURIComponent(`${typed} shoes`);
  return {
    home,
    category: await visit(category ?? "c/-"),
    answer: await visit("a/aaaa"),
    "answer that did not help": await visit("a/aaaa?voted=no"),
    "answer that was searched": await visit(`a/aaaa?s=${anId(9)}&q=${words}`),
    "nothing there": await visit("a/nowhere"),
    search: await visit(`search?q=${words}`),
    "order form": await visit(`order?number=${encodeURIComponent(typed)}`),
    "order that is none": await browser.post("/help/demo/en/order", { number: typed, email: typed }),
    order: await browser.post("/help/demo/en/order", { number: order.number, email: order.email }),
  };
}

/** Has whoever writes anything here write this, and tells of an order of such things. */
async function stock(typed: string) {
  const { db } = stage.relay.parts.storage;
  const name = typed;
  const question = `${typed} shoes`;
  const order = anOrder({
    steps: [{ ...aStep("shipped"), place: typed }],
    items: [{ name, quantity: 2, picture: `https://pictures.example/${typed}` }],
    carrier: { name, href: `https://ctt.example/${typed}` },
  });
  await stage.order(order);
  await db.updateTable("sites").set({ name }).where("key", "=", "demo").execute();
  await db.updateTable("agents").set({ name }).where("id", "=", stage.relay.owner.agent.id).execute();
  const kinds = ["phone", "email", "whatsapp", "messenger", "instagram", "telegram"];
  const ways = JSON.stringify(kinds.map((kind) => ({ kind, value: typed, hours: null })));
  await stage.change({ ways, order_source: JSON.stringify({ kind: "stored" }) });
  // Five questions, so that the category has a page of its own to link to.
  const answers = [1, 2, 3, 4, 5].map((number) => ({
    id: anId(10 + number),
    category: anId(1),
    texts: { en: { slug: "a".repeat(3 + number), question, source: typed.replaceAll("&", "&amp;") } },
  }));
  await stage.publish(answers, [{ id: anId(1), icon: "star", names: { en: typed } }]);
  return order;
}

/** A page as a browser reads it. */
interface Read {
  /** Its elements in their order, each with the names of its attributes. Of what was found, every word is marked: marks are left out. */
  readonly elements: readonly string[];
  /** Its texts, and the values of attributes. */
  readonly words: string;
}

function read({ html }: SeenPage): Read {
  const elements: string[] = [];
  let words = "";
  let inside = "";
  const parser = new Parser({
    onopentag: (name, attributes) => {
      inside = name;
      if (name !== "mark") elements.push([name, ...Object.keys(attributes)].join(" "));
      for (const value of Object.values(attributes)) words += `[${value}]`;
    },
    ontext: (text) => {
      if (inside !== "script") words += text;
    },
    onclosetag: () => {
      inside = "";
    },
  });
  parser.end(html);
  return { elements, words };
}

test.each(HOSTILE)("%s is a text on every page", async (typed) => {
  const pages = await pagesOfShopWith(typed);

  for (const [name, page] of Object.entries(pages)) {
    const plain = harmless[name] as SeenPage;
    const [seen, expected] = [read(page), read(plain)];
    expect(page.status, name).toBe(plain.status);
    expect(seen.elements, name).toEqual(expected.elements);
    expect(expected.words.split(HARMLESS).length, name).toBeGreaterThan(2);
    expect(seen.words.split(typed).length, name).toBe(expected.words.split(HARMLESS).length);
  }
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
