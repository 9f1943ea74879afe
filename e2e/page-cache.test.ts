import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Visitor } from "./people.ts";
import { World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await World.open();
  world.shop.page("/other", { html: "<!doctype html><title>Other</title>" });
});
afterEach(async () => expect(await world.everybodyLeaves()).toEqual([]));
afterAll(() => world?.close());

/** Leaves the page and comes back by the browser's button; returns whether it was kept as it was. */
async function wasKept({ page }: Visitor): Promise<boolean> {
  await page.evaluate("window.kept = true");
  await page.goto(`${world.shop.origin}/other`);
  await page.goBack({ waitUntil: "commit" });
  await page.locator("#buy").waitFor();
  return page.evaluate("window.kept === true");
}

test("[E1] the browser keeps the shop's page for its back button while the bell is idle", async () => {
  const visitor = await world.visitor();
  await visitor.bell.waitFor();

  expect(await wasKept(visitor)).toBe(true);
});

test("[B8] and while a chat is live: socket and lock are let go, and taken up again", async () => {
  const ana = await world.agent();
  const visitor = await world.visitor();
  await visitor.ring();
  await visitor.says("I will be right back");
  await visitor.sign(/^Sent/);
  const pane = await ana.opens("I will be right back");

  expect(await wasKept(visitor)).toBe(true);

  await ana.answers(pane, "Welcome back");
  await visitor.sees("Welcome back");
});
