import type { Clock } from "../clock.ts";
import type { Outside } from "../egress/egress.ts";
import type { OrderSource } from "./order-source.ts";
import type { OutsideSourceSetting } from "./order-source-setting.ts";
import { EndpointSource } from "./sources/endpoint.ts";
import { ShopifySource } from "./sources/shopify.ts";
import { WooCommerceSource } from "./sources/woocommerce.ts";

/** The source that a setting names, which is asked over the network. */
export function outsideSource(setting: OutsideSourceSetting, egress: Outside, clock: Clock): OrderSource {
  switch (setting.kind) {
    case "endpoint":
      return new EndpointSource(setting, egress, clock);
    case "woocommerce":
      return new WooCommerceSource(setting, egress);
    case "shopify":
      return new ShopifySource(setting, egress);
  }
}
