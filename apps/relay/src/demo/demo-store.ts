import type { Way } from "@shopbell/protocol";
import { rowsFor, write } from "../answers/answer-rows-store.ts";
import { inTurn, tellReaders } from "../answers/answer-turn-store.ts";
import { putCategories } from "../answers/category-store.ts";
import type { Config } from "../config.ts";
import { OrderSourceSettingStore } from "../orders/order-source-setting-store.ts";
import { DEFAULT_HELP, DEMO_SITE } from "../sites/site.ts";
import { storeHelp, storeWays } from "../sites/site-store.ts";
import type { Database } from "../storage/schema.ts";
import { DEMO_ANSWERS } from "./demo-answers.ts";

const WAYS: readonly Way[] = [
  {
    kind: "phone",
    value: "+351210000142",
    hours: {
      timeZone: "Europe/Lisbon",
      week: [...Array.from({ length: 6 }, () => [{ from: 600, until: 1_140 }]), []],
      exceptions: [],
    },
  },
  { kind: "email", value: "hello@lisboashoes.example", hours: null },
  { kind: "whatsapp", value: "+351910000142", hours: null },
];

/** Gives the demo shop its answers and its other ways, once: what its owner makes of them stays. */
export async function seedDemo(db: Database, now: number): Promise<void> {
  const isFirst = await inTurn(db, DEMO_SITE.key, async (transaction) => {
    const site = await transaction
      .selectFrom("sites")
      .select("answers_version")
      .where("key", "=", DEMO_SITE.key)
      .executeTakeFirst();
    if (site?.answers_version !== 0) return false;
    await putCategories(
      transaction,
      DEMO_SITE.key,
      DEMO_ANSWERS.map(({ id, icon, names }) => ({ id, icon, names })),
    );
    const writer = { siteKey: DEMO_SITE.key, agentId: null, now };
    await write(transaction, await rowsFor(transaction, writer, writings(now)));
    await tellReaders(transaction, DEMO_SITE.key);
    return true;
  });
  if (!isFirst) return;
  await storeHelp(db, DEMO_SITE.key, { ...DEFAULT_HELP, locales: ["en", "pt"], publicQuestions: true });
  await storeWays(db, DEMO_SITE.key, WAYS);
}

/** The demo shop's own system has another port at each start; an owner who chose another source keeps theirs. */
export async function seedDemoOrders(db: Database, orders: NonNullable<Config["demoOrders"]>): Promise<void> {
  const settings = new OrderSourceSettingStore(db);
  const before = await settings.read(DEMO_SITE.key);
  const isOurs = before === null || (before.kind === "endpoint" && new URL(before.url).hostname === "127.0.0.1");
  if (isOurs) await settings.write(DEMO_SITE.key, { kind: "endpoint", ...orders });
}

function writings(now: number) {
  const answers = DEMO_ANSWERS.flatMap((category) => category.answers.map((answer) => ({ ...answer, category })));
  return answers.flatMap(({ id, paths, keywords, texts, category }, position) =>
    (["en", "pt"] as const).map((locale) => ({
      id,
      position,
      createdAt: now,
      version: 1,
      categoryId: category.id,
      paths: [...paths],
      keywords: [...keywords],
      locale,
      ...texts[locale],
      published: true,
    })),
  );
}
