import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Visitor } from "./people.ts";
import { shopPage } from "./shop-server.ts";
import { World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterEach(async () => expect(await world.everybodyLeaves()).toEqual([]));
afterAll(() => world?.close());

/** The bell works here: rings, sends, and is where and as large as it should be. */
async function chats(visitor: Visitor, text: string): Promise<void> {
  await visitor.bell.waitFor();
  const box = await visitor.bell.boundingBox();
  expect(box).toMatchObject({ width: 56, height: 56 });
  await visitor.ring();
  const panel = await visitor.panel.boundingBox();
  expect(panel).toMatchObject({ width: 384 });
  await visitor.says(text);
  await visitor.sign(/^Sent/);
}

test("a strict policy with Trusted Types: the chat works, and the browser reports no violation", async () => {
  const nonce = "n0nce";
  const relay = world.relay.url;
  const csp = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `connect-src ${relay} ${relay.replace("http", "ws")}`,
    `img-src ${relay}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  const html = shopPage(world.snippet.replace("<script ", `<script nonce="${nonce}" `), {
    head: `<script nonce="${nonce}">window.violations=[];document.addEventListener("securitypolicyviolation",(e)=>window.violations.push(e.violatedDirective+" "+e.blockedURI))</script>`,
  });
  world.shop.page("/strict", { html, csp });
  const visitor = await world.visitor("/strict");

  await chats(visitor, "Under a strict policy");

  expect(await visitor.page.evaluate("window.violations")).toEqual([]);
});

test("hostile styles of the page change neither bell nor panel", async () => {
  const hostile = `<style>
    * { all: unset !important; }
    div, section, main, shopbell-bell, body > * { display: none !important; opacity: 0 !important; transform: scale(3) !important; }
    button { width: 4px !important; height: 4px !important; background: red !important; position: static !important; }
    :root { font-size: 62px !important; --sb-accent: red !important; --sb-surface: red !important; }
  </style>`;
  world.shop.page("/hostile", { html: shopPage(world.snippet, { head: hostile }) });

  const visitor = await world.visitor("/hostile");

  await chats(visitor, "Among hostile styles");
});

test("pasted twice there is one bell; in the head, and from a tag manager, there is one too", async () => {
  const { snippet } = world;
  const src = /src="([^"]+)"/.exec(snippet)?.[1];
  const injected = `<script>const s=document.createElement("script");s.async=true;s.src=${JSON.stringify(src)};s.dataset.site=${JSON.stringify(world.siteKey)};document.head.append(s)</script>`;
  world.shop.page("/twice", { html: shopPage(snippet + snippet) });
  world.shop.page("/head", { html: shopPage("", { head: snippet }) });
  world.shop.page("/injected", { html: shopPage(injected) });

  for (const path of ["/twice", "/head", "/injected"]) {
    const visitor = await world.visitor(path);
    await visitor.bell.waitFor();
    expect(await visitor.bell.count()).toBe(1);
  }
});

test("the bell prints nothing, takes no space, and lets clicks beside it through", async () => {
  const visitor = await world.visitor();
  const printed: string[] = [];
  visitor.page.on("console", (message) => printed.push(message.text()));
  await visitor.page.reload();
  await visitor.bell.waitFor();
  const height = await visitor.page.evaluate(() => document.documentElement.scrollHeight - innerHeight);

  expect(height).toBeLessThanOrEqual(0);
  await visitor.page.locator("#buy").click();
  const box = await visitor.bell.boundingBox();
  const beside = await visitor.page.evaluate(
    ([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.localName,
    [(box?.x ?? 0) - 40, box?.y ?? 0],
  );
  expect(["html", "body"]).toContain(beside);
  expect(printed.filter((line) => !line.includes("favicon"))).toEqual([]);
});

test("Escape closes the panel and focus goes back to the bell; it went into the composer before", async () => {
  const visitor = await world.visitor();
  await visitor.bell.focus();
  await visitor.page.keyboard.press("Enter");
  await expect.poll(() => visitor.composer.evaluate((box) => box.matches(":focus"))).toBe(true);

  await visitor.page.keyboard.press("Escape");

  await visitor.panel.waitFor({ state: "hidden" });
  expect(await visitor.bell.evaluate((bell) => bell.matches(":focus"))).toBe(true);
});
