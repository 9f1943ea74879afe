import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../apps/relay/src/testing/server-process.ts";
import { openBrowser } from "../scripts/chromium.ts";
import { Agent, Visitor } from "./people.ts";
import { RelayProcess } from "./relay-process.ts";
import { PASSWORD } from "./world.ts";

let browser: Browser;
let relay: RelayProcess;

beforeAll(async () => {
  browser = await openBrowser();
  relay = new RelayProcess({ port: await freePort() });
  await relay.start();
});
afterAll(async () => {
  await browser?.close();
  await relay?.stop();
});

/** The one-time link as it was printed. */
function setUpLink(): string {
  return /http\S+\/console\/set-up#\S+/.exec(relay.output)?.[0] ?? "";
}

test("[W1] a newcomer follows what was printed: becomes the owner, rings the bell in the demo shop, answers", async () => {
  expect(relay.output).toContain(`${relay.url}/\n`);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const ana = new Agent(await context.newPage());
  await ana.page.goto(setUpLink());
  await ana.page.getByLabel("Your name").fill("Ana");
  await ana.page.getByLabel("E-mail").fill("ana@lisboashoes.example");
  await ana.page.getByLabel("Password", { exact: true }).fill("short");
  await ana.page.getByRole("button", { name: "Open the counter" }).click();
  await ana.page.getByText(/characters more/).waitFor();
  await ana.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await ana.page.getByRole("button", { name: "Open the counter" }).click();
  await ana.page.getByRole("heading", { name: "Inbox" }).waitFor();

  const visitor = await Visitor.enter(browser, `${relay.url}/`);
  await visitor.page.getByRole("link", { name: /Men/ }).first().click();
  await visitor.ring();
  await visitor.says("Is this shop real?");
  const pane = await ana.opens("Is this shop real?");
  await ana.answers(pane, "It is a demo, but I am real.");
  await visitor.sees("It is a demo, but I am real.");

  expect([...ana.complaints, ...visitor.complaints]).toEqual([]);
  await ana.leave();
  await visitor.leave();
});

test("a second start keeps everything, and the link worked once", async () => {
  const link = setUpLink();
  await relay.kill();
  relay.output = "";
  await relay.start();
  expect(setUpLink()).toBe("");

  const page = await browser.newPage();
  await page.goto(link);
  await page.getByText("This link was used, or has expired").waitFor();
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail").fill("ana@lisboashoes.example");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("tab", { name: /^Open/ }).click();
  await page.getByText("It is a demo, but I am real.").first().waitFor();
  await page.close();
});

test("every way of embedding in the demo shop ends in a conversation", async () => {
  const index = await Visitor.enter(browser, `${relay.url}/embedding/`);
  const ways = await index.page
    .locator("main a[href^='/embedding/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  await index.leave();
  expect(ways.length).toBeGreaterThanOrEqual(10);

  for (const way of ways) {
    const visitor = await Visitor.enter(browser, relay.url + way);
    const opener = way?.includes("launcher") ? visitor.page.locator("main button").first() : visitor.bell;
    await opener.click();
    await visitor.composer.waitFor();
    expect(await visitor.bell.count(), String(way)).toBe(way?.includes("launcher") ? 0 : 1);
    expect(visitor.complaints, String(way)).toEqual([]);
    await visitor.leave();
  }
});

test("in the single-page shop the bell and the open chat survive navigation", async () => {
  const visitor = await Visitor.enter(browser, `${relay.url}/app/`);
  await visitor.ring();
  await visitor.says("Do not lose me");

  await visitor.page.locator("main a[href^='/app/']").first().click();

  await visitor.sees("Do not lose me");
  expect(await visitor.bell.count()).toBe(1);
  await visitor.leave();
});
