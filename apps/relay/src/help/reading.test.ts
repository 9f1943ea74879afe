import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newSite } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { openAgent, startRelay } from "../testing/index.ts";
import { HelpStage } from "./testing/help-stage.ts";
import { anId, DELIVERY } from "./testing/shoe-answers.ts";

const EXCHANGE = "/help/demo/en/a/can-i-exchange-a-worn-pair";

let stage: HelpStage;
beforeAll(async () => {
  stage = await HelpStage.open({ help: { shopUrl: "https://lisboashoes.example/" } });
});
afterAll(() => stage.close());

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(stage.relay.url + path, { headers, redirect: "manual" });
}

describe("the way in", () => {
  test.each([
    ["/help/demo", "pt-BR,en;q=0.5", "demo/pt/"],
    ["/help/demo/", "pt", "pt/"],
    ["/help/demo", "ja", "demo/en/"],
    ["/help/demo/pt", "en", "pt/"],
  ])("%s leads who reads %s to %s", async (path, languages, goal) => {
    const answer = await get(path, { "accept-language": languages });

    expect([answer.status, answer.headers.get("location")]).toEqual([302, goal]);
  });

  test("differs by language alone", async () => {
    expect((await get("/help/demo")).headers.get("vary")).toBe("Accept-Language");
  });
});

describe("the first page", () => {
  test("has the questions of each category, of many the first four", async () => {
    const { html, text, status } = await stage.browser.visit("/help/demo/en/");

    expect(status).toBe(200);
    expect(text).toContain("Exchange and return Can I exchange a worn pair?");
    expect(text).toContain("What do customs cost? All 5 : Delivery");
    expect(text).not.toContain("Açores");
    expect(text).toContain("Other questions Do you repair other people's shoes?");
    expect(html).toContain('<a href="https://lisboashoes.example/">Back to the shop</a>');
    expect(html).toMatch(/data-shopbell="">Ask a person instead</);
  });

  test("says who is there, and is kept no longer than that is true", async () => {
    const agent = await openAgent(stage.relay);
    const { text, headers } = await stage.browser.visit("/help/demo/en/");
    agent.close();

    expect(text).toContain("Ana is here.");
    expect(headers.get("cache-control")).toBe("public, max-age=15");
  });

  test("speaks the reader's language, with the questions that have no other in theirs", async () => {
    const { html, text } = await stage.browser.visit("/help/demo/pt/");

    expect(html).toContain('<html lang="pt" dir="ltr">');
    expect(text).toContain("Em que podemos ajudar?");
    expect(html).toContain('<a href="./a/posso-trocar">Posso trocar um par usado?</a>');
    expect(html).toContain('<a href="./../en/a/do-you-ship-to-japan" lang="en" dir="ltr">Do you ship to Japan?</a>');
  });
});

test("the way back to a shop whose owner names no address leads to its first origin", async () => {
  const bags = newSite("bags", "Faro Bags", ["https://bags.example/", "https://www.bags.example"]);
  if (bags) await addSite(stage.relay.parts.storage.db, bags, 0);

  expect((await stage.browser.visit("/help/bags/en/")).html).toContain(
    '<a href="https://bags.example">Back to the shop',
  );
});

describe("a category", () => {
  test("has all its questions, by its name or its id", async () => {
    const page = await stage.browser.visit("/help/demo/en/c/delivery");

    expect(page.html.match(/href="[^"]*\/a\//g)).toHaveLength(5);
    expect((await stage.browser.visit(`/help/demo/en/c/${DELIVERY}`)).html).toContain(
      `<link rel="canonical" href="${stage.relay.url}/help/demo/en/c/delivery">`,
    );
    expect(page.headers.get("cache-control")).toBe("public, max-age=60, stale-while-revalidate=600");
  });
});

describe("an answer", () => {
  test("is read with its neighbours, who wrote it, and the way to a person", async () => {
    const { text } = await stage.browser.visit(EXCHANGE);

    expect(text).toContain("Answers / Exchange and return");
    expect(text).toContain("Yes, once, within 30 days, if you wore them indoors .");
    expect(text).toContain("Was this useful? Yes No");
    expect(text).toContain("Written by Ana. Changed on November 3, 2026.");
    expect(text).toContain("Still not sure?");
    expect(text).toContain("Ask a person");
  });

  test("tells search engines where it is, in each language, and what it answers", async () => {
    const { html } = await stage.browser.visit(EXCHANGE);
    const base = `${stage.relay.url}/help/demo`;

    expect(html).toContain(`<link rel="canonical" href="${base}/en/a/can-i-exchange-a-worn-pair">`);
    expect(html).toContain(`<link rel="alternate" hreflang="pt" href="${base}/pt/a/posso-trocar">`);
    expect(html).toContain(`hreflang="x-default" href="${base}/en/a/can-i-exchange-a-worn-pair">`);
    expect(html).not.toContain("noindex");
    const [faq, crumbs] = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
      ([, json = ""]) => JSON.parse(json),
    );
    expect(faq).toMatchObject({ "@type": "FAQPage", mainEntity: [{ name: "Can I exchange a worn pair?" }] });
    expect(crumbs.itemListElement.map(({ name }: { name: string }) => name)).toEqual([
      "Answers",
      "Exchange and return",
      "Can I exchange a worn pair?",
    ]);
  });

  test("at the owner's address leads search engines there, and readers nowhere else", async () => {
    const own = await HelpStage.open({ help: { url: "https://help.lisboashoes.example/" } });
    const { html } = await own.browser.visit(EXCHANGE);
    await own.close();

    expect(html).toContain(`rel="canonical" href="https://help.lisboashoes.example/en/a/can-i-exchange-a-worn-pair"`);
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = ""]) => href);
    const absolute = links.filter((href) => /^(\w+:|\/)/.test(href) && !href.startsWith(`${own.relay.url}/c/demo`));
    expect(absolute).toEqual(["https://ctt.example/points", own.relay.url]);
  });

  test.each([
    ["pt", "can-i-exchange-a-worn-pair", "../../pt/a/posso-trocar"],
    ["pt", "do-you-ship-to-japan", "../../en/a/do-you-ship-to-japan"],
    ["en", "entrega-acores", "../../pt/a/entrega-acores"],
  ])("asked for in %s as %s is at %s", async (locale, slug, goal) => {
    const answer = await get(`/help/demo/${locale}/a/${slug}`);

    expect([answer.status, answer.headers.get("location")]).toEqual([302, goal]);
  });

  test("in a language that the shop writes no more is still read", async () => {
    const texts = { de: { slug: "umtausch", question: "Umtausch?", source: "Ja." } };
    const old = await HelpStage.open({ answers: [{ id: anId(20), category: null, texts }], help: { locales: ["en"] } });
    const home = await old.browser.visit("/help/demo/en/");
    const answer = await old.browser.visit("/help/demo/en/a/umtausch");
    await old.close();

    expect(home.html).toContain('<a href="./a/umtausch" lang="de" dir="ltr">Umtausch?</a>');
    expect(answer.html).toContain('<div class="answer" lang="de" dir="ltr"><h1>Umtausch?</h1>');
  });

  test("in a language that is written from the right is, in a frame of ours that is not", async () => {
    const texts = { ar: { slug: "التوصيل", question: "كم يستغرق التوصيل؟", source: "ثلاثة أيام." } };
    const arabic = await HelpStage.open({
      answers: [{ id: anId(21), category: null, texts }],
      help: { locales: ["ar"] },
    });
    const page = await arabic.browser.visit(`/help/demo/ar/a/${encodeURIComponent("التوصيل")}`);
    await arabic.close();

    expect(page.html).toContain('<html lang="en" dir="ltr">');
    expect(page.html).toContain('<div class="answer" lang="ar" dir="rtl"><h1>كم يستغرق التوصيل؟</h1>');
  });
});

describe("what has not changed is not sent again", () => {
  test.each(["/help/demo/en/", "/help/demo/en/c/delivery", EXCHANGE, "/help/demo/sitemap.xml"])("%s", async (path) => {
    const etag = (await get(path)).headers.get("etag") ?? "";

    expect((await get(path, { "if-none-match": etag })).status).toBe(304);
    expect((await get(path, { "if-none-match": '"another"' })).status).toBe(200);
  });
});

describe("what is not here", () => {
  test.each(["/help/demo/en/a/nowhere", "/help/demo/en/c/nowhere", "/help/demo/en/something/else/again"])(
    "%s is a page that lets one search",
    async (path) => {
      const { status, text, html, headers } = await stage.browser.visit(path);

      expect([status, headers.get("cache-control")]).toEqual([404, "no-store"]);
      expect(text).toContain("This page is not here any more");
      expect(html).toContain('<meta name="robots" content="noindex, follow">');
      const [, action = ""] = /<form class="find" role="search" action="([^"]*)"/.exec(html) ?? [];
      expect(new URL(action, stage.relay.url + path).pathname).toBe("/help/demo/en/search");
    },
  );

  test.each(["/help/nobody", "/help/nobody/en/", "/help/demo/fr/", "/help/demo/..%2f..%2f/", "/help/demo/en%00/"])(
    "%s is no help centre",
    async (path) => expect((await stage.browser.visit(path)).status).toBe(404),
  );

  test("speaks of no private link, and of what the shop does not do says the same", async () => {
    const orders = await stage.browser.visit("/help/demo/en/order");
    const lost = await stage.browser.visit("/help/nobody/en/");

    expect(orders.status).toBe(404);
    expect(orders.text).toContain("This page is not here any more");
    expect(lost.text).toContain("The address may be misspelt, or what was here was taken away.");
  });

  test("an answer that is not published any more is gone", async () => {
    const other = await HelpStage.open();
    expect((await other.browser.visit(EXCHANGE)).status).toBe(200);

    await other.publish([]);

    await expect.poll(async () => (await other.browser.visit(EXCHANGE)).status).toBe(404);
    expect((await other.browser.visit("/help/demo/en/")).text).toContain("No answers are published here yet.");
    await other.close();
  });
});

describe("search engines", () => {
  test("are told of every page in the language that it is in", async () => {
    const map = await (await get("/help/demo/sitemap.xml")).text();
    const places = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place = ""]) => place.split("/help/demo/")[1]);

    expect(places).toContain("en/");
    expect(places).toContain("pt/a/posso-trocar");
    expect(places).not.toContain("pt/a/do-you-ship-to-japan");
    expect(new Set(places).size).toBe(places.length);
    for (const place of places) expect((await get(`/help/demo/${place}`)).status).toBe(200);
  });

  test("are led there from the relay's own root, and kept from what is somebody's own", async () => {
    const robots = await (await get("/robots.txt")).text();

    expect(robots).toContain(`Sitemap: ${stage.relay.url}/help/demo/sitemap.xml\n`);
    for (const path of ["/r/", "/c/", "/console"]) expect(robots).toContain(`Disallow: ${path}\n`);
    expect(robots).not.toContain("Disallow: /help");
  });

  test("are told of no help centre that has no answers", async () => {
    const other = await startRelay();
    const robots = await (await fetch(`${other.url}/robots.txt`)).text();
    await other.stop();

    expect(robots).toContain("Disallow: /r/");
    expect(robots).not.toContain("Sitemap:");
  });

  test("find that list", async () => {
    expect(await (await get("/help/demo/robots.txt")).text()).toContain(
      `Sitemap: ${stage.relay.url}/help/demo/sitemap.xml`,
    );
  });
});
