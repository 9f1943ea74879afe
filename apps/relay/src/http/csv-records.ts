import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { CsvError, parse } from "csv-parse";

/** A row, and the line of the file that it begins on, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a file that have a word in them; or what is wrong with it as a whole, and where. */
export type CsvRecords =
  | { readonly kind: "read"; readonly records: readonly CsvRecord[] }
  | { readonly kind: "unreadable"; readonly line: number; readonly problem: string };

const SEPARATORS = [",", ";", "\t"] as const;
/** Characters that are read before others have their turn: some milliseconds' worth. */
const PIECE = 65_536;

/** Reads CSV in UTF-8 or in what Excel calls Unicode, with commas, semicolons or tabs, whatever ends its lines. */
export async function recordsIn(bytes: Uint8Array): Promise<CsvRecords> {
  const text = decode(bytes);
  if (text === null) return unreadable(1, "The file is not text in UTF-8. Save it as “CSV UTF-8”.");
  if (text.includes("\0")) return unreadable(1, "The file has characters that cannot be stored.");
  try {
    return { kind: "read", records: await readText(text) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return unreadable(lineOf(error), "A quotation mark is missing here, or is one too many.");
  }
}

/** Null where it is no text. The mark at its beginning says which kind it is, and is no part of it. */
function decode(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** @throws CsvError where quotation marks do not match. */
async function readText(text: string): Promise<CsvRecord[]> {
  const parser = parse({
    delimiter: separatorOf(text),
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    info: true,
  });
  const records: CsvRecord[] = [];
  let line = 1;
  await pipeline(Readable.from(piecesOf(text)), parser, async (found) => {
    for await (const { record, info } of found as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.some((cell) => cell.trim() !== "")) records.push({ line, cells: record });
      line = info.lines + 1;
    }
  });
  return records;
}

/** Between two pieces whoever chats has their turn: nobody waits for a large file. */
async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += PIECE) {
    yield text.slice(start, start + PIECE);
    await setImmediate();
  }
}

/** The one that its first line has most of: names of columns have none in them. */
function separatorOf(text: string): string {
  const [heading = ""] = text.split(/[\r\n]/, 1);
  const counted = SEPARATORS.map((separator) => ({ separator, count: heading.split(separator).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.separator ?? ",";
}

function unreadable(line: number, problem: string): CsvRecords {
  return { kind: "unreadable", line, problem };
}

function lineOf({ lines }: CsvError): number {
  return typeof lines === "number" ? lines : 1;
}
