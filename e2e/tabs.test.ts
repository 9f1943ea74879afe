import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { shopPage } from "./shop-server.ts";
import { World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterEach(async () => expect(await world.everybodyLeaves()).toEqual([]));
afterAll(() => world?.close());

test("[C4][B7] two tabs are one visitor: one socket, the same thread, and the chat follows when one is closed", async () => {
  const ana = await world.agent();
  const first = await world.visitor();
  await first.ring();
  await first.says("From the first tab");
  await first.sign(/^Sent/);
  const pane = await ana.opens("From the first tab");
  const second = await first.anotherTab();
  await second.sees("From the first tab");

  await second.says("From the second tab");
  await ana.sees(pane, "From the second tab");
  await first.sees("From the second tab");

  await first.page.close();
  await ana.answers(pane, "I see one of you");
  await second.sees("I see one of you");
  await second.says("It is me");
  await ana.sees(pane, "It is me");
});

test("[C4] the chat follows across page loads, and an unsent draft does too", async () => {
  const visitor = await world.visitor();
  await visitor.ring();
  await visitor.says("Do you ship to Japan?");
  await visitor.sign(/^Sent/);
  await visitor.types("And how lo");

  await visitor.page.goto(world.shop.page("/returns", { html: shopPage(world.snippet) }));

  await visitor.sees("Do you ship to Japan?");
  await expect.poll(() => visitor.composer.inputValue()).toBe("And how lo");
});

test("[C4] on a shared computer, ending leaves nothing behind, and the shop is told", async () => {
  const ana = await world.agent();
  const visitor = await world.visitor();
  await visitor.ring();
  await visitor.says("My secret size is 39");
  await visitor.sign(/^Sent/);
  expect(await visitor.page.evaluate(() => Object.keys(localStorage).length)).toBeGreaterThan(0);
  const pane = await ana.opens("My secret size is 39");

  await visitor.panel.getByRole("button", { name: "More" }).click();
  await visitor.panel.getByText("End and forget on this device").click();
  await visitor.panel.getByRole("button", { name: "End and forget", exact: true }).click();

  await expect.poll(() => visitor.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await visitor.doesNotSee("My secret size is 39");
  await pane.getByText(/^The visitor ended this/).waitFor();
  await visitor.page.reload();
  await visitor.ring();
  await visitor.doesNotSee("My secret size is 39");
});

test("nothing is stored, and no socket opened, before the visitor acts", async () => {
  const visitor = await world.visitor();
  const sockets: string[] = [];
  visitor.page.on("websocket", (socket) => sockets.push(socket.url()));
  const requests: string[] = [];
  visitor.page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await visitor.page.reload();
  await visitor.bell.waitFor();

  expect(requests.filter((path) => path !== "/")).toEqual(["/widget.js", `/v1/sites/${world.siteKey}`]);
  await visitor.ring();
  await visitor.composer.fill("only typed");

  expect(sockets).toEqual([]);
  expect(await visitor.context.cookies()).toEqual([]);
  await visitor.says("now I act");
  await visitor.sign(/^Sent/);
  expect(sockets).toHaveLength(1);
});
