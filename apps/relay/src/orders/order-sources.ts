import type { Clock } from "../clock.ts";
import { CarefulSource } from "./careful-source.ts";
import type { OrderSource } from "./order-source.ts";
import type { OrderSourceSetting, OutsideSourceSetting } from "./order-source-setting.ts";

/** Where settings, stored orders and the shops' own systems are. */
export interface OrderSourcesOptions {
  readonly settings: { read(siteKey: string): Promise<OrderSourceSetting | null> };
  readonly stored: { sourceOf(siteKey: string): OrderSource };
  readonly outside: (setting: OutsideSourceSetting) => OrderSource;
  readonly clock: Clock;
}

interface Made {
  /** JSON of the setting that it was made by. */
  readonly by: string;
  readonly source: OrderSource;
}

/** The sources of each site, made anew when its setting has changed. */
export class OrderSources {
  readonly #options: OrderSourcesOptions;
  readonly #made = new Map<string, Made>();

  constructor(options: OrderSourcesOptions) {
    this.#options = options;
  }

  /** In the order in which they are asked: what the shop told us comes first. None where orders are not looked up. */
  async of(siteKey: string): Promise<readonly OrderSource[]> {
    const { settings, stored } = this.#options;
    const setting = await settings.read(siteKey);
    if (setting === null) return [];
    const told = stored.sourceOf(siteKey);
    return setting.kind === "stored" ? [told] : [told, this.#outside(siteKey, setting)];
  }

  #outside(siteKey: string, setting: OutsideSourceSetting): OrderSource {
    const by = JSON.stringify(setting);
    const known = this.#made.get(siteKey);
    if (known?.by === by) return known.source;
    const source = new CarefulSource(this.#options.outside(setting), this.#options.clock);
    this.#made.set(siteKey, { by, source });
    return source;
  }
}
