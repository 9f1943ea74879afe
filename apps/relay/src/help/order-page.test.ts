import type { Order } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HelpStage } from "./testing/help-stage.ts";

const MIHAI = "mihai@mail.example";
const STORED = JSON.stringify({ kind: "stored" });

let stage: HelpStage;
beforeEach(async () => {
  stage = await HelpStage.open();
  await stage.change({ order_source: STORED });
  await stage.order(anOrder());
});
afterEach(() => stage.close());

function anOrder(): Order {
  return {
    number: "LS-20871",
    email: MIHAI,
    steps: [
      { kind: "placed", at: Date.UTC(2026, 10, 17, 21, 40), place: null },
      { kind: "shipped", at: Date.UTC(2026, 10, 20, 6, 12), place: "Madrid" },
    ],
    items: [{ name: "Alfama <43>", quantity: 2, picture: "https://pictures.lisboashoes.example/alfama.jpg" }],
    expectedOn: "2026-11-24",
    carrier: { name: "CTT Expresso", href: "https://ctt.example/track?n=1&p=2" },
  };
}

function ask(number: string, email: string, headers: Record<string, string> = {}) {
  return stage.browser.post("/help/demo/en/order", { number, email }, headers);
}

test("who knows number and address sees where the order is, and nobody keeps it", async () => {
  const { text, html, headers } = await ask("ls-20871", MIHAI);

  expect(text).toContain("On its way, expected Tuesday, November 24");
  expect(text).toContain("Courier, Madrid");
  expect(text).toContain("2 × Alfama <43>");
  expect(html).toContain(
    '<a href="https://ctt.example/track?n=1&amp;p=2" rel="noreferrer">Follow with CTT Expresso</a>',
  );
  expect(html).not.toContain(MIHAI);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("content-security-policy")).toMatch(/img-src \S+ https:\/\/pictures.lisboashoes.example;/);
});

test("a wrong address and an unknown number are told the same, and a person gets the number", async () => {
  const wrong = await ask("LS-20871", "ana@mail.example");
  const unknown = await ask("LS-99999", "ana@mail.example");

  expect(unknown.html.replaceAll("LS-99999", "LS-20871")).toBe(wrong.html);
  expect([wrong.status, unknown.status]).toEqual([404, 404]);
  expect(wrong.text).toContain("We found no order with this number and this e-mail address.");
  const [, href = ""] = /class="button" href="([^"]*)"/.exec(wrong.html) ?? [];
  expect(new URL(href.replaceAll("&amp;", "&")).searchParams.get("text")).toBe("Where is my order LS-20871? ");
  const [, typed] = /name="number" value="([^"]*)"/.exec(wrong.html) ?? [];
  expect(typed).toBe("LS-20871");
});

test("pictures' addresses add their origins to the policy, and nothing else to it", async () => {
  const picture = (url: string) => ({ name: "Alfama", quantity: 1, picture: url });
  const hostile = ["https://*/a.png", "https://a;sandbox/a.png", "https://*.example/a.png", "http://a'b/a.png"].map(
    picture,
  );
  const many = Array.from({ length: 30 }, (_, n) => picture(`https://p${n}.example:8443/a.png`));
  await stage.order({ ...anOrder(), items: [...hostile, ...many] });

  const policy = (await ask("LS-20871", MIHAI)).headers.get("content-security-policy") ?? "";

  const [, ours, ...origins] = (/img-src [^;]+/.exec(policy) ?? [""])[0].split(" ");
  expect(ours).toBe(stage.relay.url);
  expect(origins).toEqual(Array.from({ length: 20 }, (_, n) => `https://p${n}.example:8443`));
  expect(policy).not.toMatch(/\*|sandbox/);
});

test("what is cut in the middle of a character stays text, also on its way to another network", async () => {
  await stage.change({ ways: JSON.stringify([{ kind: "whatsapp", value: "+351210000142", hours: null }]) });
  const number = `${"x".repeat(319)}👟`;

  const [found, asked] = [
    await ask(number, MIHAI),
    await stage.browser.visit(`/help/demo/en/order?number=${encodeURIComponent(number)}`),
  ];

  expect([found.status, asked.status]).toEqual([404, 200]);
  expect(found.html).toContain("https://wa.me/351210000142?text=");
});

test("both are needed", async () => {
  expect((await ask("LS-20871", " ")).text).toContain("We need both");
});

test("after too many tries nobody is told that it is too many", async () => {
  for (let tries = 0; tries < 10; tries += 1) await ask("LS-20871", "ana@mail.example");
  const { status, text } = await ask("LS-20871", MIHAI);

  expect(status).toBe(404);
  expect(text).toContain("We found no order with this number");
});

test("the number may stand in the address", async () => {
  expect((await stage.browser.visit('/help/demo/en/order?number=LS-1"><b>')).html).toContain(
    'name="number" value="LS-1&quot;&gt;&lt;b&gt;"',
  );
});

test("is asked for on our own page alone", async () => {
  expect((await ask("LS-20871", MIHAI, { "sec-fetch-site": "cross-site" })).status).toBe(403);
});

test("where the shop lets nobody look for orders there is no such page, and nothing leads there", async () => {
  const other = await HelpStage.open();
  const [page, home] = [await other.browser.visit("/help/demo/en/order"), await other.browser.visit("/help/demo/en/")];
  await other.close();

  expect(page.status).toBe(404);
  expect(home.text).not.toContain("Where is my order?");
});
