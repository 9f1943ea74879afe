/** An order as Shopbell reads it from a shop's endpoint: `docs/orders.md`. Instants are milliseconds; null has not happened yet. */
export interface Order {
  readonly number: string;
  readonly email: string;
  readonly steps: readonly {
    readonly kind: "placed" | "paid" | "packed" | "shipped" | "delivered" | "returned" | "cancelled";
    readonly at: number | null;
    readonly place?: string;
  }[];
  readonly items: readonly { readonly name: string; readonly quantity: number; readonly picture?: string }[];
  readonly expectedOn?: string;
  readonly carrier?: { readonly name: string; readonly href: string };
}
