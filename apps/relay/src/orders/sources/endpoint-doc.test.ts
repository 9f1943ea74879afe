import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Order, OrderPush } from "@shopbell/protocol";
import { expect, test, vi } from "vitest";
import { readCsv } from "../../http/csv.ts";
import { ORDER_COLUMNS } from "../order-columns.ts";
import { ordersIn } from "../order-table.ts";
import { EndpointSource } from "./endpoint.ts";
import { startFakeShop } from "./fakes/fake-shop.ts";
import { signatureOf } from "./signature.ts";

const GUIDE = await readFile(new URL("../../../../../docs/orders.md", import.meta.url), "utf8");
const SECRET = "an-endpoint-secret-of-32-letters!";
const BODY = '{"number":"LS-20871"}';

/** The first example in a language. */
function example(language: string): string {
  const [, code] = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "ms").exec(GUIDE) ?? [];
  if (code === undefined) throw new Error(`the guide has no example in ${language}`);
  return code;
}

type IsSigned = (body: string, header: string | undefined, secret: string) => boolean;

/** Runs what the guide tells a shop's developer to paste. */
async function pasted(): Promise<IsSigned> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-"));
  const file = join(folder, "is-signed.mjs");
  await writeFile(file, example("js"));
  const { isSigned } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  await rm(folder, { recursive: true });
  return isSigned;
}

test("what a shop pastes from the guide takes our signature, and nobody else's", async () => {
  const isSigned = await pasted();
  const now = 1_800_000_000_000;
  vi.useFakeTimers({ now, toFake: ["Date"] });
  try {
    const signature = signatureOf(BODY, SECRET, now);

    expect(isSigned(BODY, signature, SECRET)).toBe(true);
    expect(isSigned(BODY, signatureOf(BODY, SECRET, now - 299_000), SECRET)).toBe(true);
    expect(isSigned(BODY, signatureOf(BODY, SECRET, now - 302_000), SECRET)).toBe(false);
    expect(isSigned('{"number":"LS-1"}', signature, SECRET)).toBe(false);
    expect(isSigned(BODY, signatureOf(BODY, "another secret", now), SECRET)).toBe(false);
    for (const odd of [undefined, "", "t=,v1=", `t=1800000000,v1=${"g".repeat(64)}`, signature.slice(0, -1)]) {
      expect(isSigned(BODY, odd, SECRET)).toBe(false);
    }
  } finally {
    vi.useRealTimers();
  }
});

test("an endpoint that answers with the guide's order is understood", async () => {
  const order = JSON.parse(example("json"));
  const shop = await startFakeShop(() => ({ order }));
  const clock = { now: () => 0, steady: () => 0 };
  const source = new EndpointSource({ url: shop.url, secret: SECRET }, shop.outside, clock);

  expect(await source.byNumber("ls-20871")).toEqual(Order.parse(order));
  await shop.close();
});

test("what the guide pushes is an order", () => {
  const [, body = ""] = /-d '(.*)'$/m.exec(example("sh")) ?? [];

  expect(OrderPush.safeParse(JSON.parse(body)).success).toBe(true);
});

test("the guide's table is read whole, and its columns are all there are", async () => {
  const table = await readCsv(Buffer.from(example("csv")), ORDER_COLUMNS);
  const { orders, faults } = await ordersIn(table, "Europe/Lisbon");

  expect(faults).toEqual([]);
  expect(orders).toMatchObject([{ number: "LS-20871", items: [{ quantity: 1 }, { name: "Laces", quantity: 2 }] }]);
  for (const column of [...ORDER_COLUMNS.needed, ...ORDER_COLUMNS.optional]) {
    expect(GUIDE).toMatch(new RegExp(`^\\|.*\`${column}\`.*\\|`, "m"));
  }
});
