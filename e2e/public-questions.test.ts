import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { openHelpCentre } from "./help-shop.ts";
import { PostOffice } from "./post-office.ts";
import { World } from "./world.ts";

const ANA = "ana@lisboashoes.example";
const QUESTION = "Does this hold for shoes from the Chiado shop, not online?";
const PHONE = { viewport: { width: 360, height: 780 } } as const;

let office: PostOffice;
let world: World;
let answer: string;
beforeAll(async () => {
  office = await PostOffice.open();
  world = await World.open({ SMTP_URL: office.url, MAIL_FROM: "ola@lisboashoes.example" });
  openHelpCentre(world.relay.folder, world.siteKey);
  answer = `${world.relay.url}/help/${world.siteKey}/en/a/can-i-exchange-a-worn-pair`;
  await openQuestions();
}, 120_000);
afterEach(async () => expect(await world.everybodyLeaves()).toEqual([]));
afterAll(async () => {
  await world?.close();
  await office?.close();
});

/** The owner has tested mail, and wants public questions. */
async function openQuestions(): Promise<void> {
  const { page, context } = await world.agent();
  await page.goto(`${world.relay.url}/console/settings/mail`);
  await page.getByRole("button", { name: /test message/i }).click();
  await page.goto(await linkTo(ANA, /http\S+\/m\/\S+/));
  await page.getByRole("button").click();
  const changed = await context.request.put(`${world.relay.url}/v1/agent/sites/${world.siteKey}/help-centre`, {
    data: { locales: ["en", "pt"], url: null, shopUrl: null, publicQuestions: true, holds: true },
    headers: { origin: world.relay.url },
  });
  expect(changed.status()).toBeLessThan(300);
}

async function linkTo(address: string, pattern: RegExp): Promise<string> {
  const { mail } = await office.letter(address, ({ mail }) => pattern.test(mail.text ?? ""));
  return pattern.exec(mail.text ?? "")?.[0] ?? "";
}

/** Somebody without JavaScript, on a phone. */
async function reader(): Promise<Page> {
  const context = await world.browser.newContext({ javaScriptEnabled: false, locale: "en-GB", ...PHONE });
  onTestFinished(() => context.close());
  return context.newPage();
}

/** Reads the answer afresh until something is on its page: browsers keep pages for some seconds. */
async function readsUntil(page: Page, text: string): Promise<void> {
  await page.goto(answer);
  const isThere = async () => {
    await page.reload();
    return page.getByText(text, { exact: true }).count();
  };
  await expect.poll(isThere, { timeout: 30_000, interval: 500 }).toBe(1);
}

/** Writes on the page that is open, and confirms it by the mail. */
async function writes(page: Page, name: string, email: string, text: string): Promise<void> {
  await page.getByLabel(/^Your (question|answer)$/).fill(text);
  await page.getByLabel("Name that is shown").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("heading", { name: "Look into your mail" }).waitFor();

  await page.goto(await linkTo(email, /http\S+\/q\/confirm\/\S+/));
  await page.getByText(text).waitFor();
  await page.getByRole("button", { name: "Yes, I wrote this" }).click();
  await page.getByText("Lisboa Shoes looks at it first.").waitFor();
}

test("a visitor asks without JavaScript, an agent answers, and another visitor does", async () => {
  const ioana = await reader();
  await readsUntil(ioana, "Ask publicly");
  await ioana.getByRole("link", { name: "Ask publicly" }).click();
  await writes(ioana, "Ioana M.", "ioana@mail.example", QUESTION);
  const { raw } = await office.letter("ioana@mail.example");
  expect(raw.toString()).not.toMatch(/Chiado|Ioana M/);

  const ana = await world.agent();
  await ana.page.getByRole("link", { name: "Answers" }).click();
  await ana.page.getByRole("link", { name: "Public questions 1 to look at" }).click();
  const row = ana.page.getByRole("listitem").filter({ hasText: QUESTION });
  await row.getByRole("button", { name: "Answer" }).press("Enter");
  await ana.page.getByLabel("Your answer, for everybody to read").fill("It does. Bring the receipt.");
  await ana.page.keyboard.press("Control+Enter");
  await ana.page.getByText("Answered publicly").waitFor();

  await readsUntil(ioana, "It does. Bring the receipt.");
  await ioana.getByText(QUESTION, { exact: true }).waitFor();
  await ioana.getByText("Ana, Lisboa Shoes").waitFor();

  const mihai = await reader();
  await mihai.goto(answer);
  await mihai.getByRole("link", { name: "Answer Ioana M." }).click();
  await mihai.getByText(QUESTION).waitFor();
  await writes(mihai, "Mihai", "mihai@mail.example", "The card you paid with is enough.");
  await ana.page.reload();
  const theirs = ana.page.getByRole("listitem").filter({ hasText: "The card you paid with is enough." });
  await theirs.getByRole("button", { name: "Show" }).press("Enter");
  await ana.page.getByText("Shown under the answer").waitFor();

  await readsUntil(mihai, "The card you paid with is enough.");
});

test("the pages have no fault that a checker finds, and fit a phone", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await world.browser.newContext({ colorScheme, ...PHONE });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(answer);
    const report = await page.getByRole("link", { name: "Report what Ioana M. wrote" }).getAttribute("href");
    const ask = await page.getByRole("link", { name: "Ask publicly" }).getAttribute("href");
    for (const address of [answer, ask ?? "", report ?? ""]) {
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${address} ${id}: ${html}`))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(360);
    }
  }
});

test("the agent's page has no fault that a checker finds, light and dark, and fits a phone", async () => {
  const { page } = await world.agent();
  await page.goto(`${world.relay.url}/console/answers/questions`);
  await page.getByText("Ioana M. asks").waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  }
  await page.setViewportSize(PHONE.viewport);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
