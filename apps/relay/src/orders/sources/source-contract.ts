import type { RequestListener } from "node:http";
import type { Order } from "@shopbell/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OrderSource, SourceDown, SourceSilent } from "../order-source.ts";
import type { FakeShop } from "./fakes/fake-shop.ts";

/** A source that knows some orders. */
export interface SourceUnderTest {
  readonly source: OrderSource;
  /** What must never be said to anybody. */
  readonly secrets: readonly string[];
  /** Whom it asks; null where it asks nobody. */
  readonly shop: FakeShop | null;
  close(): Promise<void>;
}

type OpenSource = (orders: readonly Order[]) => Promise<SourceUnderTest>;

const HOUR = 3_600_000;
const PLACED_AT = Date.UTC(2026, 10, 17, 21, 40);

export function anOrder(fields: Partial<Order> = {}): Order {
  return {
    number: "LS-20871",
    email: "ioana@example.com",
    steps: [{ kind: "placed", at: PLACED_AT, place: null }],
    items: [{ name: "Alfama low", quantity: 2, picture: "https://shoes.example/alfama.jpg" }],
    expectedOn: null,
    carrier: null,
    ...fields,
  };
}

function placedHoursLater(hours: number, fields: Partial<Order>): Order {
  return anOrder({ ...fields, steps: [{ kind: "placed", at: PLACED_AT + hours * HOUR, place: null }] });
}

const ORDERS = [
  anOrder(),
  placedHoursLater(1, { number: "LS-20872" }),
  placedHoursLater(3, { number: "LS-2087" }),
  placedHoursLater(2, { number: "1001", email: "mihai@example.com" }),
  placedHoursLater(4, { number: "LS-30000", email: "maria.ioana@example.com" }),
];

const HOSTILE = [
  "1001 OR email:*",
  '1001" OR email:* OR name:"',
  "1001' OR '1'='1",
  "1001\\",
  "*",
  "%",
  "LS-2087%",
  "LS-208",
  "../../users/1",
  "1001?per_page=100",
  "1001&include=1",
  "\r\nX-Header: 1",
  "__proto__",
  "{{7*7}}",
  "١٠٠١٢",
  "a".repeat(60),
];

/** What holds of every source, wherever its orders are. */
export function orderSourceContract(name: string, open: OpenSource): void {
  describe(name, () => {
    let known: SourceUnderTest;

    beforeEach(async () => {
      known = await open(ORDERS);
    });

    afterEach(() => known.close());

    test("an order is found by its number, with what was ordered, by whom and when", async () => {
      const found = await known.source.byNumber("LS-20871");

      const { number, email, items } = anOrder();
      expect(found).toMatchObject({ number, email, items });
      expect(found?.steps.find(({ kind }) => kind === "placed")?.at).toBe(PLACED_AT);
    });

    test("a number that is only like another one is unknown", async () => {
      expect(await known.source.byNumber("1001")).toMatchObject({ number: "1001", email: "mihai@example.com" });

      for (const number of ["100", "10010", "20871", "LS-20873"])
        expect(await known.source.byNumber(number)).toBeNull();
    });

    test.each(HOSTILE)("the number %j finds nothing, and breaks nothing", async (number) => {
      expect(await known.source.byNumber(number)).toBeNull();
      expect(await known.source.byNumber("LS-20871")).not.toBeNull();
    });

    test("an address finds its own orders, the newest first, and as many as were asked for", async () => {
      const numbers = async (limit: number) =>
        (await known.source.byEmail("ioana@example.com", limit)).map(({ number }) => number);

      expect(await numbers(10)).toEqual(["LS-2087", "LS-20872", "LS-20871"]);
      expect(await numbers(2)).toEqual(["LS-2087", "LS-20872"]);
      expect((await known.source.byEmail("mihai@example.com", 10)).map(({ number }) => number)).toEqual(["1001"]);
      expect(await known.source.byEmail("nobody@example.com", 10)).toEqual([]);
    });
  });
}

const json = { "content-type": "application/json" };

/** How a shop's system may fail, and what its owner reads of it. */
const FAULTS: readonly [how: string, RequestListener, said: RegExp][] = [
  ["breaks off", (request) => request.socket.destroy(), /broke the connection off/],
  ["takes no key", (_, response) => response.writeHead(401, json).end("{}"), /does not take the key/],
  ["is not there", (_, response) => response.writeHead(404, json).end("{}"), /nothing at this address \(404\)/],
  ["is asked too often", (_, response) => response.writeHead(429, json).end("{}"), /less often/],
  ["breaks", (_, response) => response.writeHead(500, json).end("{}"), /fault \(500\)/],
  [
    "answers with a page",
    (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>Hello"),
    /web page/,
  ],
  ["answers without JSON", (_, response) => response.writeHead(200, json).end("{"), /no JSON/],
  ["answers in another shape", (_, response) => response.writeHead(200, json).end('{"hello":[1]}'), /shape|question/],
  ["answers with null", (_, response) => response.writeHead(200, json).end("null"), /shape/],
  ["answers with 2 MB", (_, response) => response.writeHead(200, json).end(`"${"x".repeat(2e6)}"`), /1024 KiB/],
  [
    "leads into a private network",
    (_, response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
    /private|elsewhere/,
  ],
  [
    "leads in circles",
    (request, response) => response.writeHead(307, { location: request.url }).end(),
    /sent us on|elsewhere/,
  ],
];

/** What holds besides of a source that is asked over the network. */
export function outsideSourceContract(name: string, open: OpenSource): void {
  describe(`${name}, when it fails`, () => {
    test.each(FAULTS)("one that %s is down, and its owner is told so without a secret", async (_, fault, said) => {
      const { source, secrets, shop, close } = await open(ORDERS);
      expect(await source.byNumber("LS-20871")).not.toBeNull();
      if (shop) shop.fault = fault;

      const errors = [await errorOf(source.byNumber("LS-20871")), await errorOf(source.byEmail("a@example.com", 5))];

      await close();
      for (const error of errors) {
        expect(error).toBeInstanceOf(SourceDown);
        expect(String(error)).toMatch(said);
        for (const secret of [...secrets, ...secrets.map(btoa)]) expect(told(error)).not.toContain(secret);
      }
    });

    test.each([
      [429, true],
      [500, true],
      [503, true],
      [400, false],
      [401, false],
      [404, false],
    ])("one that answers with %i wants to be left alone: %s", async (status, isSilent) => {
      const { source, shop, close } = await open(ORDERS);
      if (shop) shop.fault = (_, response) => response.writeHead(status, json).end("{}");

      const error = await errorOf(source.byNumber("LS-20871"));

      await close();
      expect(error).toBeInstanceOf(SourceDown);
      expect(error instanceof SourceSilent).toBe(isSilent);
    });

    test("one that does not answer is down", async () => {
      const { source, shop, close } = await open(ORDERS);
      if (shop) Object.assign(shop, { fault: () => {}, patienceMs: 200 });

      const error = await errorOf(source.byNumber("LS-20871"));

      expect(error).toBeInstanceOf(SourceSilent);
      expect(String(error)).toMatch(/in time/);
      await close();
    });

    test("one that is not there at all is down", async () => {
      const { source, close } = await open(ORDERS);
      await close();

      const error = await errorOf(source.byNumber("LS-20871"));

      expect(error).toBeInstanceOf(SourceSilent);
      expect(String(error)).toMatch(/refuses connections/);
    });
  });
}

function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => "no error",
    (error: unknown) => error,
  );
}

/** All that a log would write of an error. */
function told(error: unknown): string {
  return error instanceof Error ? `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}` : String(error);
}
