import { EmailAddress, type Order, OrderNumber, type OrderStep } from "@shopbell/protocol";
import * as z from "zod";
import { carrierOf, itemsOf, step } from "./pieces.ts";

/** In UTC, without saying so. Null where it has not happened. */
const GmtDate = z
  .string()
  .nullish()
  .transform((text) => (text ? Date.parse(`${text}Z`) : null))
  .pipe(z.int().nullable());

const Line = z.object({
  name: z.string(),
  quantity: z.number(),
  image: z.object({ src: z.string() }).nullish().catch(null),
});

/** What we read of an order. https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties */
export const WooOrder = z.object({
  number: OrderNumber,
  status: z.string(),
  billing: z.object({ email: z.string() }),
  date_created_gmt: GmtDate,
  date_modified_gmt: GmtDate,
  date_paid_gmt: GmtDate,
  date_completed_gmt: GmtDate,
  line_items: z.array(Line),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
});
type WooOrder = z.infer<typeof WooOrder>;

export const WOO_FIELDS = Object.keys(WooOrder.shape).join(",");

/** As the plugins "Shipment Tracking" and "Advanced Shipment Tracking" note it; WooCommerce itself knows of no parcels. */
const TRACKING_KEY = "_wc_shipment_tracking_items";
const word = z.string().catch("");
const Parcels = z
  .array(
    z.object({
      tracking_provider: word,
      custom_tracking_provider: word,
      formatted_tracking_provider: word,
      custom_tracking_link: word,
      formatted_tracking_link: word,
      /** In seconds. */
      date_shipped: z.coerce.number().int().positive().nullable().catch(null),
    }),
  )
  .catch([]);
type Parcel = z.infer<typeof Parcels>[number];

const UNFINISHED = new Set(["auto-draft", "checkout-draft", "trash"]);

/** What it is to us; null where nobody could ever ask for it: it was never placed, or has no address. */
export function orderOf(woo: WooOrder): Order | null {
  const email = EmailAddress.safeParse(woo.billing.email);
  if (UNFINISHED.has(woo.status) || !email.success) return null;
  const parcel = Parcels.parse(woo.meta_data.find(({ key }) => key === TRACKING_KEY)?.value).at(-1);
  return {
    number: woo.number,
    email: email.data,
    steps: stepsOf(woo, parcel),
    items: itemsOf(
      woo.line_items.map(({ name, quantity, image }) => ({ name, quantity, picture: image?.src ?? null })),
    ),
    expectedOn: null,
    carrier: parcel === undefined ? null : carrierOfParcel(parcel),
  };
}

/** "Completed" is what shops set when a parcel leaves; when it arrives WooCommerce does not hear. */
function stepsOf(woo: WooOrder, parcel: Parcel | undefined): OrderStep[] {
  const shippedAt = parcel?.date_shipped ? parcel.date_shipped * 1_000 : woo.date_completed_gmt;
  const steps = [step("placed", woo.date_created_gmt), step("paid", woo.date_paid_gmt), step("shipped", shippedAt)];
  if (woo.status === "cancelled") steps.push(step("cancelled", woo.date_modified_gmt));
  if (woo.status === "refunded") steps.push(step("returned", woo.date_modified_gmt));
  return steps;
}

function carrierOfParcel(parcel: Parcel): Order["carrier"] {
  const name = parcel.formatted_tracking_provider || parcel.custom_tracking_provider || parcel.tracking_provider;
  return carrierOf(name, parcel.formatted_tracking_link || parcel.custom_tracking_link);
}
