import type { ImportReport } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OrderStage } from "./testing/order-stage.ts";

const MARIA = "maria@example.com";
const HEADING = "number,email,placed,shipped,delivered,expected,carrier,tracking,item,quantity,picture";

let stage: OrderStage;
beforeEach(async () => {
  stage = await OrderStage.open();
  await stage.setSource({ kind: "stored" });
});
afterEach(() => stage.close());

function send(body: string | Uint8Array, type = "text/csv"): Promise<Response> {
  return stage.asAgent("sites/demo/orders-import", { body, type });
}

async function report(...lines: string[]): Promise<ImportReport> {
  const response = await send(`${lines.join("\n")}\n`);
  expect(response.status).toBe(200);
  return (await response.json()) as ImportReport;
}

async function storedNumbers(): Promise<string[]> {
  const rows = await stage.relay.parts.storage.db.selectFrom("orders").select("number").orderBy("number").execute();
  return rows.map(({ number }) => number);
}

test("a row is an order, and each further row of its number one more item", async () => {
  const told = await report(
    HEADING,
    `LS-1,${MARIA},2027-01-14,2027-01-14 16:00,,2027-01-18,CTT,https://ctt.example/1,"Tejo, 38",2,https://shop.example/1.jpg`,
    "LS-1,,,,,,,,Laces,,",
    "LS-2,Joao@Example.com,2027-01-14 09:30,,,,,,,,",
  );

  expect(told).toEqual({ added: 2, changed: 0, same: 0, faults: [] });
  expect(await (await stage.find("LS-1", MARIA)).json()).toEqual({
    order: {
      number: "LS-1",
      steps: [
        { kind: "placed", at: Date.parse("2027-01-14T12:00Z"), place: null },
        { kind: "shipped", at: Date.parse("2027-01-14T16:00Z"), place: null },
        { kind: "delivered", at: null, place: null },
      ],
      items: [
        { name: "Tejo, 38", quantity: 2, picture: "https://shop.example/1.jpg" },
        { name: "Laces", quantity: 1, picture: null },
      ],
      expectedOn: "2027-01-18",
      carrier: { name: "CTT", href: "https://ctt.example/1" },
    },
  });
  expect((await stage.find("LS-2", "joao@example.com")).status).toBe(200);
});

test("two columns and a date are enough", async () => {
  expect(await report("Number;Email;Placed", `LS-1;${MARIA};2027-01-14`)).toMatchObject({ added: 1 });

  const { order } = (await (await stage.find("LS-1", MARIA)).json()) as { order: object };
  expect(order).toMatchObject({ steps: [{ kind: "placed" }], items: [], carrier: null });
});

test("times are written by the shop's clocks", async () => {
  const hours = { timeZone: "Asia/Tokyo", week: Array.from({ length: 7 }, () => []), exceptions: [] };
  await stage.asAgent("sites/demo/hours", { method: "PUT", body: { hours } });

  await report("number,email,placed", `LS-1,${MARIA},2027-01-14 09:00`);

  const { order } = (await (await stage.find("LS-1", MARIA)).json()) as { order: object };
  expect(order).toMatchObject({ steps: [{ at: Date.parse("2027-01-14T00:00Z") }] });
});

test("a table that is sent again says what has changed", async () => {
  const rows = ["LS-1", "LS-2"].map((number) => `${number},${MARIA},2027-01-14,,,,,,,,`);
  await report(HEADING, ...rows);

  const again = await report(
    HEADING,
    rows[0] ?? "",
    `LS-2,${MARIA},2027-01-14,2027-01-15,,,,,,,`,
    `LS-3,${MARIA},2027-01-14,,,,,,,,`,
  );

  expect(again).toEqual({ added: 1, changed: 1, same: 1, faults: [] });
});

test("where one row is wrong nothing is stored, and every fault is told with its row", async () => {
  const told = await report(
    HEADING,
    `LS-1,${MARIA},2027-01-14,,,,,,,,`,
    "LS-2,maria,2027-01-14,,,,,,,,",
    `LS-3,${MARIA},14/01/2027,,,,,,,,`,
    `LS-4,${MARIA},,,,,,,,,`,
    `LS-5,${MARIA},2027-01-14,,,soon,,ctt.example/1,,0,x.jpg`,
    `LS-1,joao@example.com,,,,,,,,,`,
    `,${MARIA},2027-01-14,,,,,,,,`,
    `#,${MARIA},2027-01-14,,,,,,,,`,
    `LS-6,${MARIA}`,
  );

  expect(told).toMatchObject({ added: 0, changed: 0, same: 0 });
  expect(told.faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
    "3 email",
    "4 placed",
    "5 placed",
    "6 item",
    "6 quantity",
    "6 picture",
    "6 expected",
    "6 carrier",
    "6 tracking",
    "7 email",
    "8 number",
    "9 number",
    "10 null",
  ]);
  expect(await storedNumbers()).toEqual([]);
});

test.each([
  ["an empty file", ""],
  ["a page", "<!doctype html><title>Orders</title>"],
  ["another table", "sku,price\n1,2"],
  ["a quotation mark that nothing ends", `number,email,placed\n"LS-1,${MARIA},2027-01-14`],
  ["NUL", `number,email,placed\nLS\0-1,${MARIA},2027-01-14`],
])("%s is told, and nothing is stored", async (_what, text) => {
  const { faults } = await report(text);

  expect(faults.length).toBeGreaterThan(0);
  expect(await storedNumbers()).toEqual([]);
});

test("names that objects inherit are numbers like others", async () => {
  await report("number,email,placed", ...["__proto__", "constructor"].map((number) => `${number},${MARIA},2027-01-14`));

  expect(await storedNumbers()).toEqual(["__proto__", "constructor"]);
});

test("of many faults the first hundred are told", async () => {
  const rows = Array.from({ length: 300 }, (_, n) => `LS-${n},nobody,2027-01-14`);

  expect((await report("number,email,placed", ...rows)).faults).toHaveLength(100);
});

test("more than five megabytes are not read, and what is no table is not either", async () => {
  expect((await send(new Uint8Array(5 * 1024 * 1024 + 1))).status).toBe(413);
  expect((await send("{}", "application/json")).status).toBe(400);
  expect((await send("number,email", "text/plain")).status).toBe(400);
});

test("only an owner sends tables, to their own shop", async () => {
  const body = `number,email,placed\nLS-1,${MARIA},2027-01-14`;
  const call = { body, type: "text/csv" };
  const joao = await stage.relay.addAgent("Joao");

  expect((await stage.asAgent("sites/demo/orders-import", call, joao)).status).toBe(403);
  expect((await stage.asAgent("sites/demo/orders-import", call, { ...joao, cookie: "" })).status).toBe(401);
  const foreign = { ...call, headers: { origin: "https://evil.example" } };
  expect((await stage.asAgent("sites/demo/orders-import", foreign)).status).toBe(403);
  expect(await storedNumbers()).toEqual([]);
});
