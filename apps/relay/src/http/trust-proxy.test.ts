import { afterEach, expect, test } from "vitest";
import { connect, hello, startRelay, type TestRelay } from "../testing/index.ts";

const ONE_FOR_EACH_ADDRESS = { socketsPerAddress: 1, pollsPerAddress: { max: 1, windowMs: 60_000 } };

let relay: TestRelay | undefined;
afterEach(() => relay?.stop());

/** A relay whose proxies, these tests, come from 127.0.0.1. */
async function behind(trusted: string | undefined) {
  const env = trusted === undefined ? {} : { TRUST_PROXY: trusted };
  relay = await startRelay({ env, limits: ONE_FOR_EACH_ADDRESS });
  return { socket: socketOf(relay), poll: pollOf(relay) };
}

/** Comes by this chain; says whether it was let in or turned away. */
function socketOf(at: TestRelay) {
  return async (chain: string) => {
    const peer = await connect(at, "/v1/sites/demo/socket", { "x-forwarded-for": chain });
    peer.send(hello());
    return Promise.race([peer.closed, peer.first("welcome").then(({ type }) => type)]);
  };
}

function pollOf(at: TestRelay) {
  return async (chain: string) => {
    const answer = await fetch(`${at.url}/v1/sites/demo/poll`, {
      method: "POST",
      headers: { origin: at.url, "content-type": "application/json", "x-forwarded-for": chain },
      body: JSON.stringify({ frames: [hello()], waitMs: 0 }),
    });
    return answer.status;
  };
}

test("who is no trusted proxy cannot claim another address", async () => {
  const { socket, poll } = await behind(undefined);

  expect([await socket("198.51.100.1"), await socket("198.51.100.2")]).toEqual(["welcome", 4429]);
  expect([await poll("198.51.100.1"), await poll("198.51.100.2")]).toEqual([200, 429]);
});

test("a proxy that is not on the list is not believed either", async () => {
  const { socket, poll } = await behind("10.0.0.0/8");

  expect([await socket("198.51.100.1"), await socket("198.51.100.2")]).toEqual(["welcome", 4429]);
  expect([await poll("198.51.100.1"), await poll("198.51.100.2")]).toEqual([200, 429]);
});

test("a trusted proxy's word is what the limits count", async () => {
  const { socket, poll } = await behind("loopback");

  expect([await socket("198.51.100.1"), await socket("198.51.100.2")]).toEqual(["welcome", "welcome"]);
  expect(await socket("198.51.100.1")).toBe(4429);
  expect([await poll("198.51.100.1"), await poll("198.51.100.2"), await poll("198.51.100.1")]).toEqual([200, 200, 429]);
});

test("of a chain, what the nearest trusted proxies saw counts, and nothing that was there before", async () => {
  const { socket, poll } = await behind("loopback, 10.0.0.0/8");
  const claimed = (lie: string) => `${lie}, 198.51.100.1, 10.0.0.7`;

  expect([await socket(claimed("203.0.113.1")), await socket(claimed("203.0.113.2"))]).toEqual(["welcome", 4429]);
  expect([await poll(claimed("203.0.113.1")), await poll(claimed("203.0.113.2"))]).toEqual([200, 429]);
});

test("one network of IPv6 is counted as one address, and one of IPv4 is the same in either writing", async () => {
  const { socket, poll } = await behind("loopback");

  expect([await socket("2001:db8:1:2::1"), await socket("2001:db8:1:2::2")]).toEqual(["welcome", 4429]);
  expect(await socket("2001:db8:1:3::1")).toBe("welcome");
  expect([await poll("2001:db8:1:2::1"), await poll("2001:db8:1:2::2")]).toEqual([200, 429]);
  expect([await poll("198.51.100.1"), await poll("::ffff:198.51.100.1")]).toEqual([200, 429]);
});
