import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openAgent, startRelay, TestClock, type TestRelay } from "../testing/index.ts";
import { announce, LISBON_HOURS, pretend } from "./testing/open-shop.ts";
import { fieldOf, PlainBrowser } from "./testing/plain-browser.ts";

const HARUKA = "haruka.mori@mail.example";
const SATURDAY_NOON = Date.UTC(2027, 0, 16, 12);
const MONDAY_TEN = Date.UTC(2027, 0, 18, 10);

let clock: TestClock;
let relay: TestRelay;
let browser: PlainBrowser;

/** A shop in Lisbon that is closed until Monday at nine, and calls back. */
beforeEach(async () => {
  clock = new TestClock();
  clock.advance(SATURDAY_NOON - clock.now());
  relay = await startRelay({ clock });
  await announce(relay, LISBON_HOURS, { requestMinutes: 120, callsBack: true });
  pretend(relay, { mails: true });
  browser = new PlainBrowser(relay);
});
afterEach(() => relay.stop());

async function write(fields: Record<string, string>) {
  return browser.send(await browser.visit("/c/demo"), "/c/demo", {
    text: "Do you have it in 38?",
    email: HARUKA,
    ...fields,
  });
}

function rows() {
  return relay.parts.storage.db.selectFrom("conversations").selectAll().execute();
}

describe("the contact page", () => {
  test("says what is true of the shop, in its own time", async () => {
    await relay.pulse();
    const { text } = await browser.visit("/c/demo");

    expect(text).toContain("We are closed, but your question is safe with us.");
    expect(text).toContain("Opens Monday 18 January at 9:00.");
    expect(text).toContain("A person answers by Monday 18 January at 11:00.");
    expect(text).toContain("Times on this page: Western European Standard Time.");
  });

  test("says who is there", async () => {
    const agent = await openAgent(relay);
    const { text } = await browser.visit("/c/demo");
    agent.close();

    expect(text).toContain("Ana is here.");
  });

  test("begins a request with a number, a private page and an acknowledgement to come", async () => {
    const page = await write({ name: " Haruka\r\n Mori " });

    expect(page.path).toMatch(/^\/r\/1001-/);
    const [row] = await rows();
    expect(row).toMatchObject({ channel: "form", email: HARUKA, email_verified_at: null, unread: 1 });
    const visitor = await relay.parts.storage.db.selectFrom("visitors").selectAll().executeTakeFirstOrThrow();
    expect(visitor).toMatchObject({ name: "Haruka Mori", locale: "en-GB", site_key: "demo" });
    const jobs = await relay.parts.storage.db.selectFrom("jobs").select(["kind", "key"]).execute();
    expect(jobs).toContainEqual({ kind: "acknowledgement", key: `1001 ${HARUKA}` });
  });

  test("that is sent twice begins one request", async () => {
    const page = await browser.visit("/c/demo");
    const fields = { text: "Hello", email: HARUKA };
    const sent = await Promise.all([1, 2, 3].map(() => browser.send(page, "/c/demo", fields)));

    expect(new Set(sent.map(({ path }) => path)).size).toBe(1);
    expect(await rows()).toMatchObject([{ unread: 1 }]);
  });

  test("takes a number and a time to be called at instead of an address", async () => {
    const page = await write({ email: "", phone: "+351 21 000 0142", callAt: String(MONDAY_TEN) });

    expect(page.text).toContain("We call +351 21 000 0142, Monday 18 January at 10:00");
    expect(await rows()).toMatchObject([
      { channel: "callback", email: null, phone: "+351210000142", call_at: MONDAY_TEN },
    ]);
  });

  test("asks for no number where the shop calls nobody", async () => {
    await announce(relay, LISBON_HOURS, { callsBack: false });
    pretend(relay, { mails: true, callsBack: false });
    const page = await browser.visit("/c/demo");
    const refused = await browser.send(page, "/c/demo", { text: "Hello", phone: "+351 21 000 0142" });

    expect(page.html).not.toContain('name="phone"');
    expect(refused.text).toContain("Leave an e-mail address");
  });

  test("where no mail goes out says so, and asks for nothing", async () => {
    pretend(relay, { mails: false });
    const page = await browser.visit("/c/demo");
    const sent = await browser.send(page, "/c/demo", { text: "Hello" });

    expect(page.text).toContain("We cannot send mail at the moment.");
    expect(sent.path).toMatch(/^\/r\/1001-/);
    expect(sent.text).toContain("Answer goes to This page. Keep its address");
  });

  test("shows what was wrong beside it, with everything that was typed", async () => {
    const typed = { text: "In <38>?", name: 'Haruka "Mori"', email: "haruka at mail", phone: "12 34", callAt: "1" };
    const refused = await write(typed);
    const again = await browser.send(refused, "/c/demo", { ...typed, email: HARUKA, phone: "", callAt: "" });

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Nothing was sent yet.");
    expect(refused.text).toContain("This is not an e-mail address.");
    expect(refused.text).toContain("This is not a telephone number.");
    for (const name of ["text", "name", "email", "phone"] as const) expect(fieldOf(refused, name)).toBe(typed[name]);
    expect(again.path).toMatch(/^\/r\/1001-/);
    expect(await rows()).toHaveLength(1);
  });

  test.each([
    ["four kilobytes", `${"a".repeat(4_096)}@mail.example`],
    ["a line break", `${HARUKA}\r\nBcc: everybody@mail.example`],
    ["a NUL", "haruka\0@mail.example"],
    ["two addresses", `${HARUKA}, other@mail.example`],
    ["a direction mark", "haruka\u202e@mail.example"],
    ["a name with it", `Haruka <${HARUKA}>`],
  ])("takes no address with %s in it", async (_what, email) => {
    const refused = await write({ email });

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("This is not an e-mail address.");
    expect(await rows()).toEqual([]);
  });

  test("takes no time at which the shop is not there", async () => {
    const refused = await write({ phone: "+351 21 000 0142", callAt: String(SATURDAY_NOON + 3_600_000) });

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("We cannot call at this time any more.");
  });

  test("keeps what a program filled in until a person sends it again", async () => {
    const trapped = await write({ website: "https://spam.example" });
    const sent = await browser.send(trapped, "/c/demo", { text: fieldOf(trapped, "text") ?? "", email: HARUKA });

    expect(trapped.status).toBe(422);
    expect(trapped.text).toContain("Your words are kept: send them again.");
    expect(sent.path).toMatch(/^\/r\/1001-/);
  });

  test("takes three requests an hour from one network address, and keeps the fourth", async () => {
    for (const count of [1, 2, 3]) await write({ email: `visitor${count}@mail.example` });
    const fourth = await write({ email: "visitor4@mail.example", text: "the fourth" });

    expect(fourth.status).toBe(429);
    expect(fourth.text).toContain("Your words are kept: send them again in 20 minutes.");
    expect(fieldOf(fourth, "text")).toBe("the fourth");
    clock.advance(20 * 60_000);
    const later = await browser.send(fourth, "/c/demo", { text: "the fourth", email: "visitor4@mail.example" });
    expect(later.path).toMatch(/^\/r\/1004-/);
  });

  test("leads to the same request when it is sent again, however many there were", async () => {
    const page = await browser.visit("/c/demo");
    const fields = { text: "Hello", email: HARUKA };
    const [first] = [await browser.send(page, "/c/demo", fields), await write({}), await write({})];

    expect((await write({})).status).toBe(429);
    expect((await browser.send(page, "/c/demo", fields)).path).toBe(first.path);
  });

  test("keeps what could not be stored, and stores it with its address when it is sent again", async () => {
    const commits = vi.spyOn(relay.parts.context.desk, "receive");
    commits.mockResolvedValueOnce({ kind: "refused", reason: "storage-failed" });

    const failed = await write({});
    const fields = { text: fieldOf(failed, "text") ?? "", email: fieldOf(failed, "email") ?? "" };
    const sent = await browser.send(failed, "/c/demo", fields);

    expect(failed.status).toBe(503);
    expect(sent.path).toMatch(/^\/r\/1001-/);
    expect(await rows()).toMatchObject([{ email: HARUKA, unread: 1 }]);
  });

  test("is taken from this page alone", async () => {
    const page = await browser.visit("/c/demo");
    const forged = await browser.send(
      page,
      "/c/demo",
      { text: "x", email: HARUKA },
      { "sec-fetch-site": "cross-site" },
    );

    expect(forged.status).toBe(403);
    expect(forged.text).toContain("Nothing was stored.");
    expect(await rows()).toEqual([]);
  });

  test("of a shop that is not here is a page that says so", async () => {
    const page = await browser.visit("/c/nobody");

    expect(page.status).toBe(404);
    expect(page.text).toContain("There is nothing here");
  });

  test("speaks Portuguese to who asks for it", async () => {
    const portuguese = new PlainBrowser(relay, { "accept-language": "fr;q=0.9, pt-PT, en;q=0.1" });
    const { html, text } = await portuguese.visit("/c/demo");

    expect(html).toContain('<html lang="pt-PT" dir="ltr">');
    expect(text).toContain("A sua mensagem");
  });
});

test("one address is named by three requests a day, whoever types it", async () => {
  const generous = await startRelay({ clock, limits: { formsPerAddress: { max: 100, windowMs: 60_000 } } });
  const writer = new PlainBrowser(generous);
  const statuses = [];
  for (let count = 1; count <= 4; count += 1) {
    const sent = await writer.send(await writer.visit("/c/demo"), "/c/demo", { text: "Hello", email: HARUKA });
    statuses.push(sent.status);
  }
  await generous.stop();

  expect(statuses).toEqual([200, 200, 200, 429]);
});

describe("the times at which one may be called", () => {
  function callTimes(headers: Record<string, string>) {
    return fetch(`${relay.url}/v1/sites/demo/call-times`, { headers });
  }

  test("are half hours of the opening hours to come", async () => {
    const response = await callTimes({ origin: relay.url });
    const { times } = (await response.json()) as { times: number[] };

    expect(times[0]).toBe(Date.UTC(2027, 0, 18, 9));
    expect(times).toContain(MONDAY_TEN);
    expect(response.headers.get("access-control-allow-origin")).toBe(relay.url);
  });

  test("are none where the shop calls nobody", async () => {
    await announce(relay, LISBON_HOURS, { callsBack: false });

    expect(await (await callTimes({ origin: relay.url })).json()).toEqual({ times: [] });
  });

  test("are for the shop's own pages", async () => {
    expect((await callTimes({ origin: "https://evil.example" })).status).toBe(403);
  });
});
