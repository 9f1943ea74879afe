import type { ImportReport } from "@shopbell/protocol";
import { stringify } from "csv-stringify/sync";
import { type CsvRecord, recordsIn } from "./csv-records.ts";

export type ImportFault = ImportReport["faults"][number];

/** The columns of a table. Their order in a file is free, and so is their case. */
export interface CsvColumns<Column extends string> {
  readonly needed: readonly Column[];
  readonly optional: readonly Column[];
}

/** A line of a table. A column that the file has not is empty in all of them. */
export interface CsvRow<Column extends string> {
  /** Of the file, from 1: where the row begins. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** What was read of a file, and what could not be. */
export interface CsvTable<Column extends string> {
  /** Those that the file has. */
  readonly columns: ReadonlySet<Column>;
  readonly rows: readonly CsvRow<Column>[];
  readonly faults: readonly ImportFault[];
}

/** Many more than any table here has. */
const MAX_COLUMNS = 100;

/** A cell that spreadsheets would take for a formula, with an apostrophe before it: `writeCsv` puts one there, and one more where there is one. */
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;

/**
 * Reads a table as spreadsheets write it: its first line names the columns, and rows without a word in them are left out. One with
 * faults is read as far as it can be, so that all are told at once.
 */
export async function readCsv<Column extends string>(
  bytes: Uint8Array,
  columns: CsvColumns<Column>,
): Promise<CsvTable<Column>> {
  const read = await recordsIn(bytes);
  if (read.kind === "unreadable") return unreadable(read.line, read.problem);
  return tableOf(read.records, columns);
}

/** Writes a table that spreadsheets open as text: no cell becomes a formula. `readCsv` reads the same cells again. */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => guardedTwice(row[column])));
  return stringify([columns, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    quote_record_delimiter: true,
  });
}

function tableOf<Column extends string>(
  [heading, ...records]: readonly CsvRecord[],
  columns: CsvColumns<Column>,
): CsvTable<Column> {
  if (heading === undefined) return unreadable(1, "The file is empty.");
  if (heading.cells.length > MAX_COLUMNS) {
    return unreadable(heading.line, `There are ${heading.cells.length} columns. A table has ${MAX_COLUMNS} at most.`);
  }
  const names = heading.cells.map((cell) => cell.trim().toLowerCase());
  const wrong = headingFaults(names, columns).map((fault) => ({ row: heading.line, ...fault }));
  if (wrong.length > 0) return { columns: new Set(), rows: [], faults: wrong };

  const all = [...columns.needed, ...columns.optional];
  const places = all.map((column) => [column, names.indexOf(column)] as const);
  const rows: CsvRow<Column>[] = [];
  const faults: ImportFault[] = [];
  for (const { line, cells } of records) {
    if (cells.length === names.length) {
      const named = places.map(([column, place]) => [column, unguarded(cells[place] ?? "")]);
      rows.push({ line, cells: Object.fromEntries(named) as Record<Column, string> });
    } else {
      const problem = `This row has ${cells.length} cells where the first one has ${names.length}.`;
      faults.push({ row: line, column: null, problem });
    }
  }
  return { columns: new Set(all.filter((column) => names.includes(column))), rows, faults };
}

function headingFaults(names: readonly string[], { needed, optional }: CsvColumns<string>): Omit<ImportFault, "row">[] {
  const known = new Set([...needed, ...optional]);
  const missing = needed.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => !known.has(name));
  const repeated = names.filter((name, place) => known.has(name) && names.indexOf(name) !== place);
  const expected = [...known].join(", ");
  return [
    ...missing.map((column) => ({ column, problem: "This column is missing." })),
    ...unknown.map((column) => ({ column, problem: `There is no such column. There are: ${expected}.` })),
    ...repeated.map((column) => ({ column, problem: "This column is there more than once." })),
  ];
}

/** A cell that looks as if it had been guarded: what is read of it must be the same. */
function guardedTwice(cell: string): string {
  return GUARDED.test(cell) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
  const text = cell.trim();
  return GUARDED.test(text) ? text.slice(1) : text;
}

function unreadable(row: number, problem: string): CsvTable<never> & { rows: never[] } {
  return { columns: new Set(), rows: [], faults: [{ row, column: null, problem }] };
}
