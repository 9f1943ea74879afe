import type { Kept, Me, OpeningHours, SiteFace, SiteHours } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DEFAULT_PROMISES } from "../sites/site.ts";
import { openAgent, type SignedInAgent, startRelay, TestClock, type TestRelay } from "../testing/index.ts";

const MINUTE_MS = 60_000;

/** Friday, 15 January 2027, 8:00 in Lisbon, is when the test clock begins. */
const HOURS: OpeningHours = {
  timeZone: "Europe/Lisbon",
  week: Array.from({ length: 7 }, () => [{ from: 540, until: 1_080 }]),
  exceptions: [{ date: "2027-01-18", name: "Stocktaking", intervals: [] }],
};

let relay: TestRelay;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock });
});
afterEach(() => relay.stop());

function call(path: string, body?: unknown, method = body === undefined ? "GET" : "PUT", who = relay.owner) {
  const headers = {
    origin: relay.url,
    cookie: who.cookie,
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  return fetch(`${relay.url}/v1/agent/${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
}

async function read<T>(path: string, who?: SignedInAgent): Promise<T> {
  return (await (await call(path, undefined, "GET", who)).json()) as T;
}

function bell(headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${relay.url}/v1/sites/demo`, { headers: { origin: relay.url, ...headers } });
}

test("hours that an owner sets are what the bell says at once, and can be taken back", async () => {
  expect(await read<SiteHours>("sites/demo/hours")).toEqual({ hours: null });
  const etag = (await bell()).headers.get("etag") ?? "";
  expect((await bell({ "if-none-match": etag })).status).toBe(304);

  expect(await (await call("sites/demo/hours", { hours: HOURS })).json()).toEqual({ hours: HOURS });

  const response = await bell({ "if-none-match": etag });
  expect((await response.json()) as SiteFace).toMatchObject({
    availability: "closed",
    opensAt: clock.now() + 60 * MINUTE_MS,
  });
  expect(await read<SiteHours>("sites/demo/hours")).toEqual({ hours: HOURS });
  await call("sites/demo/hours", { hours: null });
  expect((await bell({ "if-none-match": etag })).status).toBe(304);
});

test("promises that an owner makes are what visitors are told", async () => {
  expect(await read("sites/demo/promises")).toEqual(DEFAULT_PROMISES);
  const promises = { chatMinutes: 2, requestMinutes: 60, requestsPerDay: 3, callsBack: true };

  expect(await (await call("sites/demo/promises", promises)).json()).toEqual(promises);

  expect(await read("sites/demo/promises")).toEqual(promises);
  expect(await (await bell()).json()).toMatchObject({ answersBy: clock.now() + 60 * MINUTE_MS, callsBack: false });
});

test("hours are previewed at any instant before they are saved, by who is no owner too", async () => {
  await call("sites/demo/promises", { ...DEFAULT_PROMISES, requestMinutes: 30 });
  const joao = await relay.addAgent("Joao");
  const at = Date.parse("2027-01-18T10:00Z");

  const preview = await call("sites/demo/preview", { hours: HOURS, at }, "POST", joao);
  const withoutHours = await call("sites/demo/preview", { hours: null, at }, "POST", joao);

  expect(await preview.json()).toEqual({
    availability: "closed",
    opensAt: Date.parse("2027-01-19T09:00Z"),
    closesAt: null,
    answersBy: Date.parse("2027-01-19T09:30Z"),
    exception: "Stocktaking",
  });
  expect(await withoutHours.json()).toMatchObject({ availability: "away", answersBy: at + 30 * MINUTE_MS });
  expect(await read<SiteHours>("sites/demo/hours", joao)).toEqual({ hours: null });
});

test("only an owner changes hours and promises; nobody who is not signed in reads them", async () => {
  const joao = await relay.addAgent("Joao");
  const attempts = [
    ["sites/demo/hours", { hours: HOURS }],
    ["sites/demo/promises", DEFAULT_PROMISES],
  ] as const;

  for (const [path, body] of attempts) {
    const response = await call(path, body, "PUT", joao);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "forbidden" });
    expect((await call(path, undefined, "GET", { ...joao, cookie: "" })).status).toBe(401);
  }
  expect(await read<SiteHours>("sites/demo/hours")).toEqual({ hours: null });
});

test.each([
  ["hours", { hours: { ...HOURS, timeZone: "Mars/Olympus" } }],
  ["hours", { hours: { ...HOURS, week: [] } }],
  ["hours", {}],
  ["promises", { ...DEFAULT_PROMISES, chatMinutes: 0 }],
  ["promises", { callsBack: true }],
])("impossible %s are refused, and change nothing", async (what, body) => {
  const before = await read(`sites/demo/${what}`);

  expect((await call(`sites/demo/${what}`, body)).status).toBe(400);

  expect(await read(`sites/demo/${what}`)).toEqual(before);
});

test("a shop that is not there has no hours", async () => {
  expect(await read("sites/nope/hours")).toMatchObject({ code: "site-unknown" });
  expect(await (await call("sites/nope/hours", { hours: HOURS })).json()).toMatchObject({ code: "site-unknown" });
});

test("what was announced and kept is told day by day of the shop's calendar", async () => {
  await call("sites/demo/hours", {
    hours: { ...HOURS, week: Array.from({ length: 7 }, () => [{ from: 0, until: 1_440 }]) },
  });
  await relay.pulse();
  const ana = await openAgent(relay);
  for (let passed = 0; passed < 6; passed += 1) {
    clock.advance(30_000);
    await ana.caughtUp();
    await relay.pulse();
  }

  const kept = await read<Kept>("sites/demo/kept?days=7");

  expect(kept).toEqual({
    days: [{ day: "2027-01-15", announced: 2, kept: 2 }],
    promised: 0,
    inTime: 0,
    medianMinutes: null,
  });
  expect(await read<Kept>("sites/demo/kept?days=1")).toEqual(kept);
  expect((await call("sites/demo/kept?days=0")).status).toBe(400);
});

test("an agent says how many conversations they take, and whether to be mailed", async () => {
  const ana = await openAgent(relay);

  const me = (await (await call("me", { capacity: 2, mailAlerts: true })).json()) as Me;

  expect(me).toMatchObject({ capacity: 2, mailAlerts: true });
  await ana.first("team.changed", ({ team }) => team[0]?.capacity === 2);
  expect(await (await call("me", { mailAlerts: false })).json()).toMatchObject({ capacity: 2, mailAlerts: false });
  expect(await read<Me>("me")).toMatchObject({ capacity: 2, mailAlerts: false });
  for (const body of [{ capacity: 0 }, { capacity: 51 }, { role: "owner" }]) {
    expect((await call("me", body)).status).toBe(400);
  }
});
