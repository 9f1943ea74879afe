import type { Clock } from "../clock.ts";
import type { Outside } from "../egress/egress.ts";
import type { OrderSource } from "./order-source.ts";
import type { OutsideSourceSetting } from "./order-source-setting.ts";
import { EndpointSource } from "./sources/endpoint.ts";
import type { Note } from "./sources/readable-orders.ts";
import { ShopifySource } from "./sources/shopify.ts";
import { WooCommerceSource } from "./sources/woocommerce.ts";

/** The source that a setting names, which is asked over the network. @param note where the owner listens */
export function outsideSource(setting: OutsideSourceSetting, egress: Outside, clock: Clock, note?: Note): OrderSource {
  switch (setting.kind) {
    case "endpoint":
      return new EndpointSource(setting, egress, clock, note);
    case "woocommerce":
      return new WooCommerceSource(setting, egress, note);
    case "shopify":
      return new ShopifySource(setting, egress, note);
  }
}
