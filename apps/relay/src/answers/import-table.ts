import type { CsvColumns, CsvRow, CsvTable, ImportFault } from "../http/csv.ts";
import { type AnswerColumn, type BroughtText, broughtText, COLUMNS } from "./import-text.ts";
import { inSlices } from "./shelf-slices.ts";

/** As many as a site may have, each in some languages. */
const MAX_ROWS = 10_000;

export const IMPORT_COLUMNS: CsvColumns<AnswerColumn> = {
  needed: ["locale", "question", "answer"],
  optional: COLUMNS.filter((column) => !["locale", "question", "answer"].includes(column)),
};

const PUBLISHED: Readonly<Record<string, boolean | undefined>> = {
  "": undefined,
  yes: true,
  true: true,
  "1": true,
  no: false,
  false: false,
  "0": false,
};

/** What a table brings. With faults, the texts are those of the rows without. */
export interface Brought {
  readonly texts: readonly BroughtText[];
  readonly faults: readonly ImportFault[];
}

/** Reads a table of answers. Between some rows and the next, whoever chats has their turn. */
export async function textsIn(table: CsvTable<AnswerColumn>, locales: readonly string[]): Promise<Brought> {
  const tooMuch = table.rows[MAX_ROWS];
  if (tooMuch !== undefined) {
    const problem = `There are more than ${MAX_ROWS} rows. Import them in parts.`;
    return { texts: [], faults: [{ row: tooMuch.line, column: null, problem }] };
  }
  const read = await inSlices(table.rows, (row) => broughtText(cellsOf(row, table.columns), locales));
  return {
    texts: read.flatMap((each) => ("text" in each ? each.text : [])),
    faults: [...table.faults, ...read.flatMap((each) => ("faults" in each ? each.faults : []))],
  };
}

function cellsOf({ line, cells }: CsvRow<AnswerColumn>, columns: ReadonlySet<AnswerColumn>) {
  const has = (column: AnswerColumn) => columns.has(column);
  const published = cells.published.toLowerCase();
  return {
    row: line,
    id: cells.id || undefined,
    locale: cells.locale,
    question: cells.question,
    source: cells.answer,
    published: Object.hasOwn(PUBLISHED, published) ? PUBLISHED[published] : published,
    category: has("category") ? cells.category || null : undefined,
    paths: has("paths") ? linesOf(cells.paths) : undefined,
    keywords: has("keywords") ? linesOf(cells.keywords) : undefined,
  };
}

function linesOf(cell: string): string[] {
  const lines = cell.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== "");
}
