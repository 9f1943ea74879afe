import fc from "fast-check";
import { expect, test } from "vitest";
import { type CsvColumns, readCsv, writeCsv } from "./csv.ts";

const COLUMNS: CsvColumns<"name" | "price" | "note"> = { needed: ["name", "price"], optional: ["note"] };

function read(text: string) {
  return readCsv(Buffer.from(text), COLUMNS);
}

const SHOES = [{ line: 2, cells: { name: "Tejo", price: "79", note: "" } }];

test.each([
  ["commas", "name,price\nTejo,79\n"],
  ["semicolons", "name;price\nTejo;79"],
  ["tabs", "name\tprice\r\nTejo\t79\r\n"],
  ["another order, case and spaces", "Price , NAME\n79,  Tejo \n"],
  ["a byte order mark", "\ufeffname,price\nTejo,79\n"],
  ["rows without a word", "name,price\nTejo,79\n\n,\n  ,  \n"],
  ["lines that end in two ways", "name,price\r\nTejo,79\n\r\n"],
  ["lines that end as on old machines", "name,price\rTejo,79\r"],
])("a table is read with %s", async (_with, text) => {
  expect(await read(text)).toEqual({ columns: new Set(["name", "price"]), rows: SHOES, faults: [] });
});

test("what Excel calls Unicode is read too", async () => {
  const bytes = Buffer.from("\ufeffname\tprice\r\nTejo\t79\r\n", "utf16le");

  expect(await readCsv(bytes, COLUMNS)).toMatchObject({ rows: SHOES, faults: [] });
});

test("quoted cells hold separators, quotation marks and lines, and every row knows the line that it begins on", async () => {
  const { rows, faults } = await read('name,price,note\n"Tejo, ""38""",79,"one\ntwo"\n\nDouro,89,=1+1\n');

  expect(faults).toEqual([]);
  expect(rows).toEqual([
    { line: 2, cells: { name: 'Tejo, "38"', price: "79", note: "one\ntwo" } },
    { line: 5, cells: { name: "Douro", price: "89", note: "=1+1" } },
  ]);
});

test.each([
  ["nothing", "", [1, null, /empty/]],
  ["a missing column", "name,note\nTejo,x", [1, "price", /missing/]],
  ["a column that nobody knows", "name,price,colour\nTejo,79,red", [1, "colour", /name, price, note/]],
  ["an inherited name", "name,price,__proto__\nTejo,79,x", [1, "__proto__", /no such column/]],
  ["a column twice", "name,price,Name\nTejo,79,Douro", [1, "name", /more than once/]],
  ["a row that is too long", "name,price\nTejo,79\nDouro,89,x", [3, null, /3 cells.*2/]],
  ["a row that is too short", "name,price\nTejo,79\nDouro", [3, null, /1 cells.*2/]],
  ["a quotation mark that nothing ends", 'name,price\nTejo,79\n"Douro,89\n', [3, null, /quotation/]],
  ["a quotation mark in the middle", 'name,price\nTejo 38",79\n', [2, null, /quotation/]],
  ["NUL", "name,price\nTe\0jo,79\n", [1, null, /cannot be stored/]],
] as const)("%s is told with its row", async (_what, text, [row, column, problem]) => {
  const { faults } = await read(text);

  expect(faults).toEqual([{ row, column, problem: expect.stringMatching(problem) }]);
});

test("a heading of a megabyte is refused as a whole, and not name by name: by the square it would take hours", async () => {
  const { faults } = await read("x,".repeat(2 ** 19));

  expect(faults).toEqual([{ row: 1, column: null, problem: expect.stringMatching(/524289 columns.*100/) }]);
});

test("text of another encoding is told, instead of stored as rubbish", async () => {
  const { faults } = await readCsv(Buffer.from("name,price\nS\xe3o Jo\xe3o,79", "latin1"), COLUMNS);

  expect(faults).toMatchObject([{ row: 1, problem: expect.stringContaining("UTF-8") }]);
});

test("of a table with faults all are told", async () => {
  const { rows, faults } = await read("name,price\nTejo\nDouro,89\nSado,1,2,3\n");

  expect(rows.map(({ line }) => line)).toEqual([3]);
  expect(faults.map(({ row }) => row)).toEqual([2, 4]);
});

test.each(["=1+1", "+351 21", "-2", "@me", "＝1", "'=1", "''-2"])(
  "%s leaves as text, and comes back as it was",
  async (cell) => {
    const written = writeCsv(["name", "price", "note"], [{ name: "Tejo", price: "79", note: cell }]);

    expect(written).toContain(`'${cell}`);
    expect((await read(written)).rows[0]?.cells.note).toBe(cell);
  },
);

test("what was written is read again, whatever is in it", async () => {
  const cell = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", "").toWellFormed().trim());
  const row = fc.record({ name: cell.map((text) => `x${text}`), price: cell, note: cell });
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const written = writeCsv(["name", "price", "note"], rows);
      expect((await read(written)).rows.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

test("while a large file is read, others have their turn", async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);

  const { rows } = await read(`name,price\n${"Tejo,79\n".repeat(100_000)}`);

  clearInterval(counting);
  expect(rows).toHaveLength(100_000);
  expect(turns).toBeGreaterThan(1);
});
