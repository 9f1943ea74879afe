import { expect, test } from "vitest";
import { readCsv } from "../http/csv.ts";
import { ORDER_COLUMNS } from "./order-columns.ts";
import { ordersIn } from "./order-table.ts";

async function read(...lines: string[]) {
  return ordersIn(await readCsv(Buffer.from(lines.join("\n")), ORDER_COLUMNS), "UTC");
}

async function faults(...lines: string[]): Promise<string[]> {
  return (await read(...lines)).faults.map(({ row, column, problem }) => `${row} ${column}: ${problem}`);
}

const MARIA = "maria@example.com";
const DATE = "Write a date as 2026-11-20, or with its time as 2026-11-20 14:30.";

test("rows of one number may be anywhere, written in any way, and repeat what is said of it", async () => {
  const { orders } = await read(
    "number,email,placed,item",
    `LS-1,${MARIA},2027-01-14,Tejo`,
    `LS-2,${MARIA},2027-01-14,Sado`,
    `#ls-1,${MARIA},2027-01-14,Laces`,
  );

  expect(orders.map(({ number, items }) => [number, ...items.map(({ name }) => name)])).toEqual([
    ["LS-1", "Tejo", "Laces"],
    ["LS-2", "Sado"],
  ]);
});

test("of more rows than can be stored at once none is read, and the first one beyond is named", async () => {
  const table = (rows: number) => ["number,email,placed", ...Array(rows).fill(`LS-1,${MARIA},2027-01-14`)];

  expect(await faults(...table(20_000))).toEqual([]);
  expect(await faults(...table(20_001))).toEqual([
    expect.stringMatching(/^20002 null: A table has up to 20000 rows\./),
  ]);
});

test("only steps that the shop has columns for are still to come", async () => {
  const { orders } = await read("number,email,placed,delivered,returned", `LS-1,${MARIA},2027-01-14,,`);

  expect(orders[0]?.steps.map(({ kind, at }) => (at === null ? `${kind}?` : kind))).toEqual(["placed", "delivered?"]);
});

test("a wrong date is told once, where it stands", async () => {
  expect(await faults("number,email,shipped", `LS-1,${MARIA},yesterday`)).toEqual([`2 shipped: ${DATE}`]);
  expect(await faults("number,email,placed,shipped", `LS-1,${MARIA},1.2.2027,soon`)).toEqual([
    `2 placed: ${DATE}`,
    `2 shipped: ${DATE}`,
  ]);
});

test("an order without a date, or in a table without dates, is told", async () => {
  const problem = "An order needs a date: when it was placed, at least.";

  expect(await faults("number,email", `LS-1,${MARIA}`)).toEqual([`2 placed: ${problem}`]);
  expect(await faults("number,email,placed,shipped", `LS-1,${MARIA},,`)).toEqual([`2 placed: ${problem}`]);
});

test("rows that contradict each other are told by both", async () => {
  expect(await faults("number,email,placed", `LS-1,${MARIA},2027-01-14`, "LS-1,joao@example.com,2027-01-14")).toEqual([
    "3 email: Row 2 says something else of the same order.",
  ]);
});

test("what is wrong with an item is told in its own row", async () => {
  const heading = "number,email,placed,item,quantity,picture";
  const rows = [`LS-1,${MARIA},2027-01-14,Tejo,1,`, "LS-1,,,Laces,-1,", "LS-1,,,,2,", "LS-1,,,Box,1e3,javascript:x"];

  expect((await faults(heading, ...rows)).map((fault) => fault.split(":")[0])).toEqual([
    "3 quantity",
    "4 item",
    "5 quantity",
    "5 picture",
  ]);
});

test("an order of more than a hundred items is told", async () => {
  const rows = Array.from({ length: 101 }, (_, n) => `LS-1,${MARIA},2027-01-14,item ${n}`);

  expect(await faults("number,email,placed,item", ...rows)).toEqual([expect.stringMatching(/^2 item: .*up to 100/)]);
});

test("of a table without faults every order is read", async () => {
  const rows = Array.from({ length: 500 }, (_, n) => `LS-${n},${MARIA},2027-01-14`);
  const { orders, faults } = await read("number,email,placed", ...rows);

  expect([orders.length, faults.length]).toEqual([500, 0]);
});
