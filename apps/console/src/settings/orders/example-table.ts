import { csvOf } from "../../ui/csv.ts";

/** A row is an order; another row of the same number is another item of it. No shop has these orders. */
const ROWS = [
  {
    number: "TEST-2",
    email: "rui@mail.example",
    placed: "2026-11-17 21:40",
    paid: "2026-11-17 21:41",
    packed: "2026-11-19",
    shipped: "2026-11-20",
    delivered: "",
    returned: "",
    cancelled: "",
    expected: "2026-11-24",
    carrier: "CTT Expresso",
    tracking: "https://carrier.example/track/AB12",
    item: "Shoes, white, 42",
    quantity: "1",
    picture: "https://shop.example/shoes.jpg",
  },
  { number: "TEST-2", item: "Laces", quantity: "2" },
  { number: "TEST-3", email: "ana@mail.example", placed: "2026-11-20", item: "Socks", quantity: "3" },
] as const;

/** Every column that there is, in the order of the first row. */
const COLUMNS = Object.keys(ROWS[0]);
const TABLE = csvOf([
  COLUMNS,
  ...ROWS.map((row: Partial<Record<string, string>>) => COLUMNS.map((column) => row[column] ?? "")),
]);

/** Where the example is downloaded from: it is made here. */
export const EXAMPLE_HREF = `data:text/csv;charset=utf-8,${encodeURIComponent(TABLE)}`;
