import type { HelpCentre, Order } from "@shopbell/protocol";
import type { Limits } from "../../limits.ts";
import { OrderStore } from "../../orders/order-store.ts";
import { PlainBrowser } from "../../requests/testing/plain-browser.ts";
import { DEFAULT_HELP } from "../../sites/site.ts";
import { startRelay, TestClock, type TestRelay } from "../../testing/index.ts";
import { ANSWERS, CATEGORIES, type ShoeAnswer, type ShoeCategory } from "./shoe-answers.ts";

/** 3 November 2026, 12:00 in Lisbon. */
const WRITTEN_AT = Date.UTC(2026, 10, 3, 12);

interface Options {
  readonly answers?: readonly ShoeAnswer[];
  readonly categories?: readonly ShoeCategory[];
  readonly help?: Partial<HelpCentre>;
  readonly limits?: Partial<Limits>;
  readonly env?: Record<string, string>;
}

/** For tests: the demo shop with answers in two languages, and somebody without JavaScript who reads them. */
export class HelpStage {
  readonly relay: TestRelay;
  readonly clock: TestClock;
  readonly browser: PlainBrowser;

  private constructor(relay: TestRelay, clock: TestClock) {
    this.relay = relay;
    this.clock = clock;
    this.browser = new PlainBrowser(relay);
  }

  static async open({
    answers = ANSWERS,
    categories = CATEGORIES,
    help,
    limits = {},
    env = {},
  }: Options = {}): Promise<HelpStage> {
    const clock = new TestClock();
    const relay = await startRelay({ clock, limits, env });
    const stage = new HelpStage(relay, clock);
    await stage.publish(answers, categories);
    await stage.change({ help: JSON.stringify({ ...DEFAULT_HELP, locales: ["en", "pt"], ...help }) });
    return stage;
  }

  close(): Promise<void> {
    return this.relay.stop();
  }

  /** What the owner has set for the demo shop, as it is stored. */
  async change(row: { help?: string; ways?: string; order_source?: string }): Promise<void> {
    const { db } = this.relay.parts.storage;
    await db
      .updateTable("sites")
      .set((expression) => ({ ...row, answers_version: expression("answers_version", "+", 1) }))
      .where("key", "=", "demo")
      .execute();
    await this.relay.parts.context.sites.refresh();
  }

  /** Has everything that is published read again. */
  publishAgain(): Promise<void> {
    return this.change({});
  }

  /** The shop has told of an order. */
  async order(order: Order): Promise<void> {
    await new OrderStore(this.relay.parts.storage.db).put("demo", order, WRITTEN_AT);
  }

  /** Takes away whatever was published, and publishes these. */
  async publish(answers: readonly ShoeAnswer[], categories: readonly ShoeCategory[] = []): Promise<void> {
    const { db } = this.relay.parts.storage;
    await db.deleteFrom("answers").where("site_key", "=", "demo").execute();
    await db.deleteFrom("categories").where("site_key", "=", "demo").execute();
    for (const [position, { id, icon, names }] of categories.entries()) {
      const row = { id, site_key: "demo", position, icon, names: JSON.stringify(names) };
      await db.insertInto("categories").values(row).execute();
    }
    for (const [position, answer] of answers.entries()) await this.#insert(answer, position);
    await this.change({});
  }

  async #insert({ id, category, texts }: ShoeAnswer, position: number): Promise<void> {
    const { db } = this.relay.parts.storage;
    const lists = { paths: "[]", keywords: "[]" };
    const answer = { id, site_key: "demo", category_id: category, position, version: 1, created_at: WRITTEN_AT };
    await db
      .insertInto("answers")
      .values({ ...answer, ...lists })
      .execute();
    const written = { published_at: WRITTEN_AT, changed_at: WRITTEN_AT, agent_id: this.relay.owner.agent.id };
    for (const [locale, text] of Object.entries(texts)) {
      const row = { ...text, ...written, answer_id: id, locale, site_key: "demo" };
      await db.insertInto("answer_texts").values(row).execute();
    }
  }
}
