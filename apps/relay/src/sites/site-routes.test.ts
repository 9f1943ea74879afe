import type { Me } from "@shopbell/protocol";
import { aSiteState } from "@shopbell/protocol/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAgent, startRelay, type TestRelay } from "../testing/index.ts";
import { newSite } from "./site.ts";
import { addSite, storeHelp } from "./site-store.ts";

let relay: TestRelay;
beforeAll(async () => {
  relay = await startRelay();
  const site = newSite("bags", "Faro Bags", ["https://bags.example"], "#aa3300");
  if (site) await addSite(relay.parts.storage.db, site, 0);
});
afterAll(() => relay.stop());

function look(key: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${relay.url}/v1/sites/${key}`, { headers });
}

test("a bell on an allowed page gets its look, which may be cached for that page alone", async () => {
  const response = await look("bags", { origin: "https://bags.example" });

  expect(await response.json()).toEqual({
    key: "bags",
    name: "Faro Bags",
    helps: false,
    look: { color: "#aa3300", position: "end", label: null },
    ...aSiteState({ mails: true }), // demo mode has a mailbox of its own
  });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "cache-control": "public, max-age=15, stale-while-revalidate=60",
    "access-control-allow-origin": "https://bags.example",
    "cross-origin-resource-policy": "cross-origin",
    vary: "Origin",
  });
});

test("what has not changed is not sent again, and who comes to the counter changes it", async () => {
  const first = await look("bags", { origin: "https://bags.example" });
  const etag = first.headers.get("etag") ?? "";
  expect((await look("bags", { origin: "https://bags.example", "if-none-match": etag })).status).toBe(304);

  await openAgent(relay);

  const changed = await look("bags", { origin: "https://bags.example", "if-none-match": etag });
  expect(await changed.json()).toMatchObject({ availability: "available", people: [{ name: "Ana" }] });
});

test.each<Record<string, string>>([
  { origin: "https://bags.example.evil.example" },
  { origin: "null" },
  {},
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "cross-site" },
])("[K4] with %j the bell stays dark", async (headers) => {
  const response = await look("bags", headers);

  expect(response.status).toBe(403);
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});

test("the relay's own pages, of which the help centre is one, show every shop's bell; they send no Origin to their own server", async () => {
  for (const key of ["bags", "demo"]) {
    expect((await look(key, { "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await look(key, { origin: relay.url })).status).toBe(200);
    expect((await look(key, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  }
});

test("[K4] the help centre at an address of the shop's own shows that shop's bell, and no other", async () => {
  const help = { locales: ["en"], url: "https://help.bags.example/answers", shopUrl: null };
  await storeHelp(relay.parts.storage.db, "bags", { ...help, publicQuestions: false, holds: true });
  await relay.parts.context.sites.refresh();

  expect((await look("bags", { origin: "https://help.bags.example" })).status).toBe(200);
  expect((await look("demo", { origin: "https://help.bags.example" })).status).toBe(403);
  expect((await look("bags", { origin: "https://help.bags.example.evil.example" })).status).toBe(403);
});

test("an unknown key is told so", async () => {
  expect(await (await look("nope", { origin: relay.url })).json()).toMatchObject({ code: "site-unknown", status: 404 });
});

test("agents see where and when a bell was last seen", async () => {
  await look("bags", { origin: "https://bags.example" });
  await look("bags", { origin: relay.url }); // the help centre's bell tells nobody whether the shop has one

  const response = await fetch(`${relay.url}/v1/agent/me`, { headers: { cookie: relay.owner.cookie } });
  const { sites } = (await response.json()) as Me;

  const seen = Object.fromEntries(sites.map(({ key, seenOn }) => [key, seenOn]));
  expect(seen["bags"]).toBe("https://bags.example");
});
