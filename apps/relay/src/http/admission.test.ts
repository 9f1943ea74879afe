import { type IncomingHttpHeaders, request } from "node:http";
import type { Duplex } from "node:stream";
import { expect, test } from "vitest";
import { newCounters } from "../counters.ts";
import { hello, openVisitor, startRelay, TestClock, type TestRelay } from "../testing/index.ts";
import { Admission, type AdmissionOptions, MAX_ADDRESSES } from "./admission.ts";
import { Refusal } from "./problems.ts";

function anAdmission(changes: Partial<AdmissionOptions> = {}) {
  const parts = {
    limit: { max: 2, windowMs: 1_000 },
    limitPerAddress: { max: 2, windowMs: 1_000 },
    clock: new TestClock(),
    counters: newCounters(),
    isDraining: () => false,
    loopDelayMs: () => 0,
    random: () => 0.5,
    ...changes,
  };
  const admission = new Admission(parts);
  const refusal = (address = "192.0.2.1") => {
    try {
      admission.admit(address);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
    return undefined;
  };
  return { ...parts, refusal };
}

test("so many come in a second, the next are refused, and a second later there is room again", () => {
  const clock = new TestClock();
  const { refusal, counters } = anAdmission({ clock });

  expect([refusal(), refusal()]).toEqual([undefined, undefined]);
  expect(refusal("192.0.2.2")?.code).toBe("overloaded");
  clock.advance(1_000);
  expect(refusal()).toBeUndefined();

  expect(counters.admissionsRefused).toEqual({ draining: 0, behind: 0, address: 0, rate: 1 });
});

test("nobody comes in while the event loop is behind, nor while the relay drains", () => {
  const behind = anAdmission({ loopDelayMs: () => 201 });
  const draining = anAdmission({ isDraining: () => true });

  expect([behind.refusal()?.code, draining.refusal()?.code]).toEqual(["overloaded", "overloaded"]);
  expect(behind.counters.admissionsRefused).toEqual({ draining: 0, behind: 1, address: 0, rate: 0 });
  expect(draining.counters.admissionsRefused).toEqual({ draining: 1, behind: 0, address: 0, rate: 0 });
});

test("an address that floods is refused without taking anything from the others", () => {
  const { refusal, counters } = anAdmission({ limit: { max: 4, windowMs: 1_000 } });

  const flood = Array.from({ length: 100 }, () => refusal("192.0.2.1")?.code);

  expect(flood.slice(0, 3)).toEqual([undefined, undefined, "too-fast"]);
  expect([refusal("192.0.2.2"), refusal("192.0.2.3")]).toEqual([undefined, undefined]);
  expect(counters.admissionsRefused).toEqual({ draining: 0, behind: 0, address: 98, rate: 0 });
});

test("so many addresses are remembered, then they are counted anew", () => {
  const { refusal } = anAdmission({ limit: { max: 2 * MAX_ADDRESSES, windowMs: 1_000 } });
  const flood = () => [refusal("192.0.2.1"), refusal("192.0.2.1"), refusal("192.0.2.1")].map((told) => told?.code);
  expect(flood()).toEqual([undefined, undefined, "too-fast"]);

  for (let number = 2; number < MAX_ADDRESSES; number++) refusal(`address ${number}`);
  expect(refusal("192.0.2.1")?.code).toBe("too-fast");
  refusal("the last that fits");

  expect(flood()).toEqual([undefined, undefined, "too-fast"]);
});

test("who is refused is told to wait for whole seconds, not everybody as many", () => {
  const told = [0, 0.55, 0.999].map(
    (random) => anAdmission({ isDraining: () => true, random: () => random }).refusal()?.retryAfterS,
  );

  expect(told).toEqual([1, 6, 10]);
});

const ONE_AT_ALL = { limits: { arrivals: { max: 1, windowMs: 3_600_000 } } };

interface Upgraded {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Where it was upgraded. It answers nothing, not even a close. */
  readonly socket?: Duplex;
}

/** Asks for a visitor's socket as a proxy would, and shows what is answered before the upgrade. */
function upgrade(relay: TestRelay, more: Record<string, string> = {}): Promise<Upgraded> {
  const headers = {
    ...more,
    origin: relay.url,
    connection: "upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  };
  return new Promise((resolve, reject) => {
    request(`${relay.url}/v1/sites/demo/socket`, { headers })
      .on("response", ({ statusCode, headers }) => resolve({ status: statusCode, headers }))
      .on("upgrade", ({ statusCode, headers }, socket) => resolve({ status: statusCode, headers, socket }))
      .on("error", reject)
      .end();
  });
}

test("a socket above the rate is refused before the upgrade, with 503 and Retry-After; who is in stays in", async () => {
  const relay = await startRelay(ONE_AT_ALL);
  const visitor = await openVisitor(relay);

  const refused = await upgrade(relay);
  await visitor.caughtUp();
  await relay.stop();

  expect(refused.status).toBe(503);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThanOrEqual(1);
  expect(relay.parts.context.counters).toMatchObject({ admissionsRefused: { rate: 1 }, refusals: { overloaded: 1 } });
});

test("a flood from one address keeps nobody else out: not its sockets, not its polls", async () => {
  const limits = { arrivals: { max: 2, windowMs: 3_600_000 }, arrivalsPerAddress: { max: 1, windowMs: 3_600_000 } };
  const relay = await startRelay({ limits, env: { TRUST_PROXY: "127.0.0.1" } });
  const flood = { "x-forwarded-for": "203.0.113.1" };
  const poll = () => fetch(`${relay.url}/v1/sites/demo/poll`, { method: "POST", headers: flood });

  const first = await upgrade(relay, flood);
  const refused = [(await upgrade(relay, flood)).status, (await poll()).status, (await poll()).status];
  const other = await upgrade(relay, { "x-forwarded-for": "203.0.113.2" });
  for (const { socket } of [first, other]) socket?.destroy();
  await relay.stop();

  expect(refused).toEqual([429, 429, 429]);
  expect([first.status, other.status]).toEqual([101, 101]);
});

test("a poll above the rate is refused the same way", async () => {
  const relay = await startRelay(ONE_AT_ALL);
  const poll = () =>
    fetch(`${relay.url}/v1/sites/demo/poll`, {
      method: "POST",
      headers: { origin: relay.url, "content-type": "application/json" },
      body: JSON.stringify({ frames: [hello()], waitMs: 0 }),
    });

  const first = await poll();
  const second = await poll();
  await relay.stop();

  expect(first.status).toBe(200);
  expect(second.status).toBe(503);
  expect(await second.json()).toMatchObject({ code: "overloaded" });
  expect(Number(second.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
});

test("[B6] a relay that drains says so, and sends new sockets elsewhere, on a connection that ends", async () => {
  const relay = await startRelay();
  const { socket: lastToLeave } = await upgrade(relay);

  const stopped = relay.stop();
  const ready = await fetch(`${relay.url}/readyz`);
  const refused = await upgrade(relay);
  lastToLeave?.destroy();
  await stopped;

  expect([ready.status, await ready.json()]).toMatchObject([503, { ready: false, draining: true }]);
  expect(refused).toMatchObject({ status: 503, headers: { connection: "close" } });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThanOrEqual(1);
});
