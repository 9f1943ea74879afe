import type { Database } from "../storage/schema.ts";
import type { OrderSourceSetting } from "./order-source-setting.ts";

/** Where each site's orders are looked up. */
export class OrderSourceSettingStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Null: they are not. */
  async read(siteKey: string): Promise<OrderSourceSetting | null> {
    const sites = this.#db.selectFrom("sites").select("order_source").where("key", "=", siteKey);
    const text = (await sites.executeTakeFirst())?.order_source ?? null;
    return text === null ? null : (JSON.parse(text) as OrderSourceSetting);
  }

  async write(siteKey: string, setting: OrderSourceSetting | null): Promise<void> {
    const row = { order_source: setting === null ? null : JSON.stringify(setting) };
    await this.#db.updateTable("sites").set(row).where("key", "=", siteKey).execute();
  }
}
