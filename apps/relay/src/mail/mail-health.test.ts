import { afterEach, beforeEach, expect, test } from "vitest";
import type { Storage } from "../storage/database.ts";
import { TestClock } from "../testing/test-clock.ts";
import { aSqliteStorage } from "../testing/test-storage.ts";
import type { Outlet } from "./mail.ts";
import { MailFault } from "./mail-fault.ts";
import { MailHealth } from "./mail-health.ts";
import { TrialStore } from "./trial-store.ts";

const FIVE_MINUTES = 300_000;

let storage: Storage;
let clock: TestClock;
let isAway: boolean;
let told: unknown[];
beforeEach(async () => {
  storage = await aSqliteStorage();
  clock = new TestClock();
  isAway = false;
  told = [];
});
afterEach(() => storage.close());

const OUTLET: Outlet = {
  send: async () => undefined,
  check: async () => {
    if (isAway) throw new MailFault("away");
  },
  close: () => undefined,
};

const turned = async (failure: unknown) => void told.push(failure);

/** As one relay knows it; all of them share what is noted. */
function aHealth(out = "settings"): MailHealth {
  const trials = new TrialStore(storage.db, clock);
  const marks = { out, in: "mailbox" };
  return new MailHealth({ trials, clock, outlet: OUTLET, marks, ownAddress: "help@shop.example", via: "imap", turned });
}

test("what one relay has seen arrive, the others know as soon as they look", async () => {
  const [one, other] = [aHealth(), aHealth()];

  expect(await one.arrived("out", "settings")).toBe(true);
  await other.refresh();

  expect(other.out).toMatchObject({ state: "working", testedAt: clock.now() });
  expect(other.in(null).state).toBe("untested");
});

test("what was tested of other settings says nothing of these", async () => {
  await aHealth("old settings").arrived("out", "old settings");
  const health = aHealth("new settings");
  await health.refresh();

  expect(health.out.state).toBe("untested");
  expect(await health.arrived("out", "old settings")).toBe(false);
});

test("a server that fails is looked for every five minutes, until it is back", async () => {
  const health = aHealth();
  await health.arrived("out", "settings");
  isAway = true;
  await health.failed(new Error("connect ECONNREFUSED"));
  await health.checkWhenDue();
  clock.advance(FIVE_MINUTES);
  await health.checkWhenDue();
  expect(health.out).toMatchObject({ state: "failing", error: "away" });
  expect(health.mails).toBe(false);

  isAway = false;
  clock.advance(FIVE_MINUTES - 1);
  await health.checkWhenDue();
  expect(health.mails).toBe(false);
  clock.advance(1);
  await health.checkWhenDue();

  expect(health.mails).toBe(true);
});

test("a mailbox that cannot be read is named with its error", async () => {
  const health = aHealth();
  await health.arrived("in", "mailbox");

  expect(health.in("AUTHENTICATIONFAILED")).toMatchObject({ state: "failing", error: "AUTHENTICATIONFAILED" });
  expect(health.in(null)).toMatchObject({ state: "working", address: "help@shop.example", via: "imap" });
});

test("it is told once that nothing goes out any more, and once that it does again", async () => {
  const health = aHealth();
  const refused = new Error("connect ECONNREFUSED");

  await health.failed(refused);
  await health.failed(refused);
  await health.wentOut();
  await health.wentOut();

  expect(told).toEqual([refused, null]);
});
