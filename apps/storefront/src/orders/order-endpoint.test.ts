import { createHmac } from "node:crypto";
import { once } from "node:events";
import { expect, test } from "vitest";
import { demoOrders } from "./demo-orders.ts";
import { startOrderEndpoint } from "./order-endpoint.ts";

const SECRET = "a secret of the shop and its chat";
const NOW = Date.UTC(2026, 10, 22, 14, 30);

interface Asking {
  readonly question?: object | string;
  readonly secret?: string;
  readonly askedAt?: number;
  readonly signature?: string;
}

/** Asks an endpoint once. */
async function ask({ question = { number: "LS-20871" }, secret = SECRET, askedAt = NOW, signature }: Asking = {}) {
  const endpoint = await startOrderEndpoint({ secret: SECRET, shopUrl: "https://shoes.example", now: () => NOW });
  const body = typeof question === "string" ? question : JSON.stringify(question);
  const seconds = Math.floor(askedAt / 1_000);
  const mac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  const headers = { "Shopbell-Signature": signature ?? `t=${seconds},v1=${mac}`, connection: "close" };
  const response = await fetch(endpoint.url, { method: "POST", headers, body });
  const answer = await response.json();
  endpoint.server.close();
  await once(endpoint.server, "close");
  return { status: response.status, answer };
}

test("an order is told with its way from Lisbon to the door", async () => {
  const { status, answer } = await ask();

  expect(status).toBe(200);
  expect(answer.order).toMatchObject({
    number: "LS-20871",
    email: "ioana@example.com",
    expectedOn: "2026-11-24",
    items: [{ name: "Alfama low, chalk, 41", picture: "https://shoes.example/pictures/alfama-low.svg" }],
    steps: [
      { kind: "placed", at: Date.UTC(2026, 10, 17, 21, 40) },
      { kind: "packed", at: Date.UTC(2026, 10, 18, 11, 5), place: "Lisbon" },
      { kind: "shipped", at: Date.UTC(2026, 10, 20, 6, 12), place: "Madrid" },
      { kind: "delivered", at: null, place: "Cluj-Napoca" },
    ],
  });
});

test("a number is found however it was typed, and one that does not exist is not", async () => {
  expect((await ask({ question: { number: "# ls-20871 " } })).answer.order).not.toBeNull();
  expect((await ask({ question: { number: "LS-2087" } })).answer).toEqual({ order: null });
});

test("an address has its own orders, the newest first, and no more than were asked for", async () => {
  const numbers = ({ answer }: Awaited<ReturnType<typeof ask>>) =>
    answer.orders.map(({ number }: { number: string }) => number);

  expect(numbers(await ask({ question: { email: "Ioana@example.com", limit: 5 } }))).toEqual(["LS-20871", "LS-20640"]);
  expect(numbers(await ask({ question: { email: "ioana@example.com", limit: 1 } }))).toEqual(["LS-20871"]);
  expect(numbers(await ask({ question: { email: "nobody@example.com", limit: 5 } }))).toEqual([]);
});

test.each<[string, Asking]>([
  ["with another secret", { secret: "something else" }],
  ["six minutes ago", { askedAt: NOW - 360_000 }],
  ["six minutes from now", { askedAt: NOW + 360_000 }],
  ["without a signature", { signature: "" }],
  ["with half a signature", { signature: `t=${NOW / 1_000},v1=00` }],
  ["with a signature of letters", { signature: `t=${NOW / 1_000},v1=${"x".repeat(64)}` }],
])("a question that was signed %s is not answered", async (_, asking) => {
  expect(await ask(asking)).toEqual({ status: 401, answer: {} });
});

test("a signature is good for its own question only", async () => {
  const seconds = NOW / 1_000;
  const mac = createHmac("sha256", SECRET).update(`${seconds}.{"number":"LS-20871"}`).digest("hex");
  const signature = `t=${seconds},v1=${mac}`;

  expect((await ask({ signature })).status).toBe(200);
  expect((await ask({ signature, question: { number: "LS-20640" } })).status).toBe(401);
});

test("what is too long is no question", async () => {
  expect((await ask({ question: "x".repeat(20_000) })).status).toBe(413);
});

test("whatever the day and the hour, each order has happened and the one on its way is not late", () => {
  for (let hour = 0; hour < 48; hour += 1) {
    const now = NOW + hour * 3_600_000;
    for (const { steps, expectedOn = "9999" } of demoOrders(now, "")) {
      expect(steps.every(({ at }) => at === null || at < now)).toBe(true);
      expect(new Date(now).toISOString() < expectedOn).toBe(true);
    }
  }
});
