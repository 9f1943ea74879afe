import { hash } from "node:crypto";
import { pagesOf, TABLES } from "./copy-tables.ts";
import type { Database } from "./schema.ts";

/** How many rows a table has, and a sum over what is in them that does not depend on their order: databases sort text differently. */
interface Checksum {
  readonly rows: number;
  readonly sum: string;
}

/** Of every table that a copy consists of, by name. */
export type Checksums = Readonly<Record<string, Checksum>>;

/** Two rows that were exchanged for two others of the same sum are out of reach with this many bits. */
const MODULUS = 1n << 128n;

/** Reads a whole database. Takes a few seconds for a million rows. */
export async function checksumsOf(db: Database): Promise<Checksums> {
  const sums: Record<string, Checksum> = {};
  for (const table of TABLES) {
    let rows = 0;
    let sum = 0n;
    for await (const page of pagesOf(db, table)) {
      rows += page.length;
      for (const row of page) sum += numberOf(row);
      sum %= MODULUS;
    }
    sums[table.name] = { rows, sum: sum.toString(16) };
  }
  return sums;
}

/** The tables in which two databases differ. */
export function differences(one: Checksums, other: Checksums): string[] {
  return Object.keys(one).filter(
    (name) => one[name]?.rows !== other[name]?.rows || one[name]?.sum !== other[name]?.sum,
  );
}

function numberOf(row: Readonly<Record<string, unknown>>): bigint {
  const values = Object.keys(row)
    .sort()
    .map((column) => row[column]);
  return BigInt(`0x${hash("sha256", JSON.stringify(values)).slice(0, 32)}`);
}
