import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Visitor } from "./people.ts";
import { shopPage } from "./shop-server.ts";
import { World } from "./world.ts";

const DELIVERY = "How long is delivery to Romania?";
const MIHAI = "mihai@mail.example";

let world: World;

beforeAll(async () => {
  world = await World.open();
  const ana = await world.agent("Ana");
  const put = (path: string, body: unknown, method = "PUT") =>
    ana.page.evaluate(
      async ([address, how, json]) => {
        const headers = { "content-type": "application/json" };
        const answer = await fetch(address, { method: how, headers, body: json });
        if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
        return answer.status === 204 ? null : answer.json();
      },
      [`/v1/agent/sites/${world.siteKey}/${path}`, method, JSON.stringify(body)] as const,
    );
  const publish = (question: string, source: string) => {
    const shared = { categoryId: null, paths: [], keywords: [], version: 0, locale: "en", published: true };
    return put(`answers/${randomUUID()}`, { ...shared, question, source });
  };
  await publish("Does the Alfama run small?", "Half a size. Take the **larger** one.");
  await publish(DELIVERY, "Three to five working days.\n\n- [Prices](https://shop.example/delivery)");
  await put("ways", { ways: [{ kind: "whatsapp", value: "+351910000142", hours: null }] });
  await put("order-source", { kind: "stored" });
  const { token } = await put("tokens", { name: "our shop" }, "POST");
  const order = {
    email: MIHAI,
    steps: [
      { kind: "placed", at: Date.now() - 86_400_000 },
      { kind: "shipped", at: Date.now(), place: "Madrid" },
    ],
    carrier: { name: "CTT Expresso", href: "https://ctt.example/1" },
  };
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const pushed = await fetch(`${world.relay.url}/v1/orders/LS-20871`, {
    method: "PUT",
    headers,
    body: JSON.stringify(order),
  });
  expect(pushed.status).toBe(201);
});
afterEach(async () => expect(await world.everybodyLeaves()).toEqual([]));
afterAll(() => world?.close());

async function ringing(path = "/"): Promise<Visitor> {
  const visitor = await world.visitor(path);
  await visitor.bell.click();
  await visitor.panel.getByRole("heading", { name: "Often asked" }).waitFor();
  // While the panel comes up, nothing in it has its place yet.
  await visitor.panel.evaluate((panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished)));
  return visitor;
}

function box({ panel }: Visitor) {
  return panel.getByRole("textbox", { name: "Your message" });
}

test("a visitor is shown the answer while they type, reads it by keyboard, and reaches a person with their words kept", async () => {
  const visitor = await ringing();
  const { page, panel } = visitor;
  const told: { answerId: string | null; conversationId: string | null }[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/searches") && request.method() === "POST") told.push(request.postDataJSON());
  });
  const place = await box(visitor).boundingBox();

  await box(visitor).pressSequentially("how long is delivry to rom");
  await panel.getByRole("heading", { name: "Perhaps this helps" }).waitFor();
  expect(await box(visitor).boundingBox()).toEqual(place);
  expect(told).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await panel.getByText("Three to five working days.").waitFor();
  expect(await box(visitor).inputValue()).toBe("how long is delivry to rom");

  await page.keyboard.press("Escape");
  expect(await panel.getByText("Three to five working days.").count()).toBe(0);
  const reported = page.waitForResponse((answer) => answer.request().postDataJSON()?.conversationId);
  await box(visitor).press("Enter");
  await visitor.sees("how long is delivry to rom");

  expect((await reported).status()).toBe(204);
  expect(told.map(({ answerId, conversationId }) => [answerId !== null, conversationId !== null])).toEqual([
    [true, false],
    [true, true],
  ]);
});

test("a vote is taken", async () => {
  const { page, panel } = await ringing();
  await panel.getByRole("button", { name: "Does the Alfama run small?" }).click();

  const voted = page.waitForResponse(
    (answer) => answer.url().endsWith("/vote") && answer.request().method() === "POST",
  );
  await panel.getByRole("button", { name: "Yes", exact: true }).click();

  expect((await voted).status()).toBe(204);
  await panel.getByText("Thank you.").waitFor();
});

test("an order is found by its number and address; a wrong pair learns nothing", async () => {
  const { panel } = await ringing();
  await panel.getByRole("button", { name: "Where is my order?" }).click();
  await panel.getByLabel("Order number").fill("#ls-20871");
  await panel.getByLabel("E-mail address of the order").fill("somebody@mail.example");
  await panel.getByRole("button", { name: "Find it" }).click();
  await panel
    .getByText("We find no order with this number and this e-mail address. After many tries, wait an hour.")
    .waitFor();

  await panel.getByLabel("E-mail address of the order").fill(MIHAI);
  await panel.getByRole("button", { name: "Find it" }).click();

  await panel.getByText("On its way", { exact: true }).waitFor();
  await panel.getByText("Courier, Madrid").waitFor();
  const link = panel.getByRole("link", { name: "Follow with CTT Expresso" });
  expect(await link.getAttribute("href")).toBe("https://ctt.example/1");
});

test("all of it works under a strict policy with Trusted Types, and stores nothing", async () => {
  const nonce = "r4nd0m";
  const relay = new URL(world.relay.url).origin;
  const csp = `default-src 'none'; script-src 'nonce-${nonce}'; connect-src ${relay}; img-src ${relay}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const html = shopPage(world.snippet.replace("<script", `<script nonce="${nonce}"`));
  world.shop.page("/strict", { html, csp });
  const visitor = await ringing("/strict");
  const { page, panel } = visitor;
  page.on("console", (line) => line.type() === "error" && visitor.complaints.push(line.text()));

  await panel.getByRole("button", { name: DELIVERY }).click();
  const link = panel.getByRole("link", { name: "Prices" });
  expect(await link.getAttribute("href")).toBe("https://shop.example/delivery");
  await panel.getByRole("button", { name: "Where is my order?" }).click();
  await panel.getByLabel("Order number").fill("LS-20871");
  await panel.getByLabel("E-mail address of the order").fill(MIHAI);
  await panel.getByRole("button", { name: "Find it" }).click();
  await panel.getByText("Courier, Madrid").waitFor();
  const whatsapp = panel.getByRole("link", { name: /WhatsApp/ });
  expect(await whatsapp.getAttribute("href")).toContain(encodeURIComponent(page.url()));

  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ""]);
});

test.each(["light", "dark"] as const)(
  "on a small phone, %s, nothing is cut off, and a checker finds no fault",
  async (colorScheme) => {
    const visitor = await world.visitor();
    const { page, panel } = visitor;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await visitor.bell.click();
    await panel.getByRole("button", { name: DELIVERY }).click();
    await panel.getByText("Three to five working days.").waitFor();
    await panel.getByRole("button", { name: "Where is my order?" }).click();
    await panel.getByLabel("Order number").waitFor();
    expect(await faults(page)).toEqual([]);

    await panel.getByLabel("Order number").fill("LS-20871");
    await panel.getByLabel("E-mail address of the order").fill(MIHAI);
    await panel.getByRole("button", { name: "Find it" }).click();
    await panel.getByText("Courier, Madrid").waitFor();

    expect(await faults(page)).toEqual([]);
    const widest = await panel.locator(".scroll").evaluate((scroll) => scroll.scrollWidth - scroll.clientWidth);
    expect(widest).toBe(0);
  },
);

/** What a checker of WCAG 2.2 AA finds wrong, in words. */
async function faults(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}
