import { OrderStepKind } from "@shopbell/protocol";
import type { CsvColumns, CsvRow, ImportFault } from "../http/csv.ts";

/** What is said of an order once, in the first row that names it. */
export const OF_ORDER = ["email", ...OrderStepKind.options, "expected", "carrier", "tracking"] as const;
/** What each row may say of one item. */
export const OF_ITEM = ["item", "quantity", "picture"] as const;

export type OrderColumn = "number" | (typeof OF_ORDER)[number] | (typeof OF_ITEM)[number];
export type OrderRow = CsvRow<OrderColumn>;
export type OrderFault = ImportFault & { readonly column: OrderColumn };

/** A table of orders. One row is an order, and each further row of the same number one more item of it. */
export const ORDER_COLUMNS: CsvColumns<OrderColumn> = {
  needed: ["number", "email"],
  optional: [...OrderStepKind.options, "expected", "carrier", "tracking", ...OF_ITEM],
};

const DATE = "Write a date as 2026-11-20, or with its time as 2026-11-20 14:30.";

const PROBLEMS: Readonly<Record<OrderColumn, string>> = {
  number: "This is no order number. It has up to 60 characters.",
  email: "This is not an e-mail address.",
  placed: DATE,
  paid: DATE,
  packed: DATE,
  shipped: DATE,
  delivered: DATE,
  returned: DATE,
  cancelled: DATE,
  expected: "Write a day as 2026-11-20.",
  carrier: "Name the carrier, in up to 80 characters.",
  tracking: "Write the address of the carrier's page, beginning with https://.",
  item: "Name the item, in up to 200 characters. An order has up to 100.",
  quantity: "Write a whole number from 1 to 10000.",
  picture: "Write the address of the picture, beginning with https://.",
};

/** That a cell says nothing which an order can have. */
export function faultOf({ line }: OrderRow, column: OrderColumn): OrderFault {
  return { row: line, column, problem: PROBLEMS[column] };
}

/**
 * The cell that the protocol's schema means.
 *
 * @param path in an Order, whose items are these rows'
 */
export function faultAt(
  [field, place, part]: readonly PropertyKey[],
  first: OrderRow,
  itemRows: readonly OrderRow[],
): OrderFault {
  switch (field) {
    case "items":
      return faultOf(itemRows[Number(place)] ?? first, part === "quantity" || part === "picture" ? part : "item");
    case "carrier":
      return faultOf(first, place === "href" ? "tracking" : "carrier");
    case "expectedOn":
      return faultOf(first, "expected");
    default:
      return faultOf(first, field === "email" ? "email" : "number");
  }
}
