import type { Setup } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SETUP_LINK_LIFE_MS } from "../limits.ts";
import { PASSWORD, startRelay, TestClock, type TestRelay } from "../testing/index.ts";

let relay: TestRelay;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock, env: { PUBLIC_URL: "https://chat.example.com" } });
  await relay.parts.storage.db.deleteFrom("agents").execute();
});
afterEach(() => relay.stop());

const shop = { name: "Faro Bags", origin: "https://Bags.example/shop" };

function setUp(changes: Partial<Setup>, origin = relay.url) {
  const payload = { token: "", name: "Rita", email: "rita@example.com", password: PASSWORD, shop, ...changes };
  return relay.app.inject({ method: "POST", url: "/v1/setup", headers: { origin }, payload });
}

async function state(): Promise<unknown> {
  return (await relay.app.inject("/v1/setup")).json();
}

test("the link makes the first owner and the first shop, signs in, and works once", async () => {
  const token = await relay.parts.setups.mint();
  expect(await state()).toEqual({ needed: true, needsShop: true });

  const first = await setUp({ token });
  const second = await setUp({ token, email: "other@example.com" });

  expect(first.statusCode).toBe(200);
  expect(first.headers["set-cookie"]).toContain("__Host-shopbell=");
  expect(first.json()).toMatchObject({
    role: "owner",
    sites: [{ name: "Faro Bags", origins: ["https://bags.example"] }],
  });
  expect(second.statusCode).toBe(410);
  expect(await state()).toEqual({ needed: false, needsShop: false });
});

test("a made-up link and one older than a day make nobody", async () => {
  const old = await relay.parts.setups.mint();
  clock.advance(SETUP_LINK_LIFE_MS);

  expect((await setUp({ token: "made up" })).json()).toMatchObject({ code: "setup-done" });
  expect((await setUp({ token: old })).json()).toMatchObject({ code: "setup-done" });
  expect(await state()).toMatchObject({ needed: true });
});

test("a weak password and a missing shop are told, and use no link up", async () => {
  const token = await relay.parts.setups.mint();

  expect((await setUp({ token, password: "password1234" })).json()).toMatchObject({ code: "password-weak" });
  expect((await setUp({ token, shop: undefined })).json()).toMatchObject({ code: "malformed" });
  expect((await setUp({ token }, "https://evil.example")).statusCode).toBe(403);
  expect((await setUp({ token })).statusCode).toBe(200);
});
