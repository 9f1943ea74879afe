import { setImmediate } from "node:timers/promises";
import { Order, type OrderStep, OrderStepKind } from "@shopbell/protocol";
import type { CsvTable, ImportFault } from "../http/csv.ts";
import {
  faultAt,
  faultOf,
  OF_ITEM,
  OF_ORDER,
  type OrderColumn,
  type OrderFault,
  type OrderRow,
} from "./order-columns.ts";
import { comparedNumber } from "./order-number.ts";
import { instantIn } from "./order-time.ts";

/** What a table says. With faults, the orders are those of some rows only. */
export interface ReadOrders {
  readonly orders: readonly Order[];
  readonly faults: readonly ImportFault[];
}

/** Some milliseconds' worth. */
const AT_ONCE = 200;
/** They are stored all at once, and whoever chats waits for that. */
const MAX_ROWS = 20_000;
const TOO_MANY = `A table has up to ${MAX_ROWS} rows. Split it, and upload one part after the other.`;

/** Steps that may still come. That nothing was returned is not worth a word. */
const AHEAD: ReadonlySet<OrderStepKind> = new Set(["placed", "paid", "packed", "shipped", "delivered"]);

/**
 * The orders in a table, and what is wrong with it. Between some of them and the next, whoever chats has their turn.
 *
 * @param timeZone of the shop, by whose clocks times are written
 */
export async function ordersIn(table: CsvTable<OrderColumn>, timeZone: string): Promise<ReadOrders> {
  const beyond = table.rows[MAX_ROWS];
  if (beyond) return { orders: [], faults: [{ row: beyond.line, column: null, problem: TOO_MANY }] };
  const byNumber = Map.groupBy(table.rows, ({ cells }) => comparedNumber(cells.number));
  const unnumbered = byNumber.get("") ?? [];
  byNumber.delete("");
  const orders: Order[] = [];
  const faults: (readonly ImportFault[])[] = [table.faults, unnumbered.map((row) => faultOf(row, "number"))];
  for (const rows of byNumber.values()) {
    const own = orderIn(rows, table.columns, timeZone);
    if (own.order) orders.push(own.order);
    if (own.faults.length > 0) faults.push(own.faults);
    if (orders.length % AT_ONCE === 0) await setImmediate();
  }
  return { orders, faults: faults.flat().toSorted((a, b) => a.row - b.row) };
}

function orderIn(rows: readonly OrderRow[], columns: ReadonlySet<OrderColumn>, timeZone: string) {
  const [first] = rows;
  if (first === undefined) return { order: undefined, faults: [] };
  const { steps, faults } = stepsIn(first, columns, timeZone);
  const itemRows = rows.filter(({ cells }) => OF_ITEM.some((column) => cells[column] !== ""));
  const parsed = Order.safeParse(orderOf(first, steps, itemRows));
  const paths = parsed.error?.issues.map(({ path }) => path) ?? [];
  const refused = paths.filter(([field]) => field !== "steps").map((path) => faultAt(path, first, itemRows));
  const contradicting = rows.flatMap((row) => contradictions(row, first));
  return { order: parsed.data, faults: onePerCell([...faults, ...refused, ...contradicting]) };
}

function orderOf({ cells }: OrderRow, steps: readonly OrderStep[], itemRows: readonly OrderRow[]) {
  const { number, email, expected, carrier, tracking } = cells;
  const hasCarrier = carrier !== "" || tracking !== "";
  return {
    number,
    email,
    steps,
    items: itemRows.map(itemOf),
    expectedOn: expected || null,
    carrier: hasCarrier ? { name: carrier, href: tracking || null } : null,
  };
}

function itemOf({ cells: { item, quantity, picture } }: OrderRow) {
  const count = /^\d+$/.test(quantity) ? Number(quantity) : Number.NaN;
  return { name: item, picture: picture || null, ...(quantity !== "" && { quantity: count }) };
}

/** Those of the file's columns; one that is empty has not happened yet. Whatever is wrong with steps is told here. */
function stepsIn(row: OrderRow, columns: ReadonlySet<OrderColumn>, timeZone: string) {
  const steps: OrderStep[] = [];
  const faults: OrderFault[] = [];
  for (const kind of OrderStepKind.options) {
    const written = row.cells[kind];
    const at = written === "" ? null : instantIn(written, timeZone);
    if (at === undefined) faults.push(faultOf(row, kind));
    else if (at !== null || (columns.has(kind) && AHEAD.has(kind))) steps.push({ kind, at, place: null });
  }
  if (faults.length === 0 && steps.every(({ at }) => at === null)) {
    faults.push({ row: row.line, column: "placed", problem: "An order needs a date: when it was placed, at least." });
  }
  return { steps, faults };
}

/** A further row may leave out what the first one says of the order, or say the same. */
function contradictions({ line, cells }: OrderRow, first: OrderRow): OrderFault[] {
  const other = OF_ORDER.filter((column) => cells[column] !== "" && cells[column] !== first.cells[column]);
  const problem = `Row ${first.line} says something else of the same order.`;
  return other.map((column) => ({ row: line, column, problem }));
}

function onePerCell(faults: readonly OrderFault[]): OrderFault[] {
  return [...new Map(faults.map((fault) => [`${fault.row} ${fault.column}`, fault])).values()];
}
