import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../apps/relay/src/testing/server-process.ts";
import { startOrderEndpoint } from "../apps/storefront/src/orders/order-endpoint.ts";
import { openBrowser } from "../scripts/chromium.ts";
import { Agent, Visitor } from "./people.ts";
import { RelayProcess } from "./relay-process.ts";
import { PASSWORD } from "./world.ts";

const ASKED = "Do you wrap a pair as a gift?";
const ANSWERED = "We do: a linen bag and a card you write, for €4. Ask for it in the bag.";

let browser: Browser;
let relay: RelayProcess;
let shopSystem: Server;

/** As `npm start` does it: the demo shop, with its own system beside it. */
beforeAll(async () => {
  browser = await openBrowser();
  const port = await freePort();
  const secret = randomBytes(32).toString("hex");
  const { url, server } = await startOrderEndpoint({ secret, shopUrl: `http://127.0.0.1:${port}` });
  shopSystem = server;
  const env = { DEMO_ORDERS_URL: url, DEMO_ORDERS_SECRET: secret, EGRESS_ALLOW: new URL(url).host };
  relay = new RelayProcess({ port, env });
  relay.shopbell(
    ["user", "create", "--email", "ana@example.com", "--name", "Ana", "--role", "owner", "--password-stdin"],
    PASSWORD,
  );
  await relay.start();
});
afterAll(async () => {
  await browser?.close();
  await relay?.stop();
  shopSystem?.close();
});

function box({ panel }: Visitor) {
  return panel.getByRole("textbox", { name: "Your message" });
}

test("a visitor helps themselves and still reaches a person; the owner makes the missing answer of that chat", async () => {
  const ana = await Agent.enter(
    browser,
    relay.url,
    await Agent.signIn(browser, relay.url, "ana@example.com", PASSWORD),
  );
  const visitor = await Visitor.enter(browser, `${relay.url}/delivery/`);
  const { panel } = visitor;
  await visitor.bell.click();

  // The answer, while it is asked for.
  await box(visitor).pressSequentially("how long is delivery to rom");
  await panel.getByRole("button", { name: "How long is delivery to Romania?" }).click();
  await panel.getByText("Four to six working days").waitFor();

  // The order, without anybody being asked.
  await panel.getByRole("button", { name: "Where is my order?" }).click();
  await panel.getByLabel("Order number").fill("LS-20871");
  await panel.getByLabel("E-mail address of the order").fill("ioana@example.com");
  await panel.getByRole("button", { name: "Find it" }).click();
  await panel.getByText(/^On its way, expected /).waitFor();
  expect(await box(visitor).inputValue()).toBe("how long is delivery to rom");

  // A person, for what nobody has written yet.
  await box(visitor).fill(ASKED);
  await box(visitor).press("Enter");
  await visitor.sees(ASKED);
  const pane = await ana.opens(ASKED);
  await ana.answers(pane, ANSWERED);
  await visitor.sees(ANSWERED);

  // The owner sees what was not found.
  const learning = await ana.context.newPage();
  await learning.goto(`${relay.url}/console/answers/learning`);
  await learning.getByRole("region", { name: "Nothing was found" }).getByText(ASKED.toLowerCase()).waitFor();

  // Two clicks.
  await pane.getByRole("button", { name: "Make this an answer" }).click();
  const question = ana.page.getByRole("textbox", { name: "Question" });
  await question.waitFor();
  expect(await question.inputValue()).toBe(ASKED);
  await ana.page.getByRole("button", { name: "Publish" }).click();
  await ana.page.getByRole("tab", { name: "English Published" }).waitFor();

  // And the next visitor finds it.
  const next = await Visitor.enter(browser, `${relay.url}/men/alfama-low/`);
  await next.bell.click();
  await box(next).pressSequentially("gift wrap");
  await next.panel.getByRole("button", { name: ASKED }).click();
  await next.panel.getByText(ANSWERED).waitFor();
  await next.page.goto(`${relay.url}/help/demo/en/search?q=gift`);
  await next.page.getByRole("link", { name: ASKED }).waitFor();

  expect([...visitor.complaints, ...ana.complaints, ...next.complaints]).toEqual([]);
  for (const person of [visitor, ana, next]) await person.leave();
});
