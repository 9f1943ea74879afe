import { AnswerEdit } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { blocksOf } from "../answers/markdown.ts";
import { OrderSourceSettingStore } from "../orders/order-source-setting-store.ts";
import { startRelay, type TestRelay } from "../testing/start-relay.ts";
import { DEMO_ANSWERS } from "./demo-answers.ts";
import { seedDemo, seedDemoOrders } from "./demo-store.ts";

const ALFAMA = "/men/alfama-low/";

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(() => relay.stop());

async function shelf() {
  await relay.parts.context.sites.refresh();
  return relay.parts.context.shelf.of("demo");
}

test("the demo shop has answers in two languages, on the pages that they are about", async () => {
  await seedDemo(relay.parts.storage.db, 1_000);

  const demo = await shelf();
  expect(demo.categories).toHaveLength(4);
  expect(demo.all("en")).toHaveLength(13);
  expect(demo.all("pt").every(({ locale }) => locale === "pt")).toBe(true);
  expect(demo.forPage("en", ALFAMA, 1)[0]?.question).toBe("Does the Alfama run small?");
});

test("each answer could have been written in the console", () => {
  for (const { answers } of DEMO_ANSWERS)
    for (const { paths, keywords, texts } of answers)
      for (const [locale, text] of Object.entries(texts)) {
        const edit = { ...text, paths, keywords, locale, categoryId: null, version: 0, published: true };
        expect(AnswerEdit.safeParse(edit)).toMatchObject({ success: true });
        expect(blocksOf(text.source).length).toBeGreaterThan(0);
      }
});

test("another start leaves what the owner made of them", async () => {
  const { db } = relay.parts.storage;
  await seedDemo(db, 1_000);
  await db.deleteFrom("answers").execute();
  await db.updateTable("sites").set({ ways: "[]" }).execute();

  await seedDemo(db, 2_000);

  expect(await db.selectFrom("answers").selectAll().execute()).toEqual([]);
  expect(await db.selectFrom("sites").select("ways").execute()).toEqual([{ ways: "[]" }]);
});

test("the demo shop's own system is found again on another port, unless the owner chose another source", async () => {
  const { db } = relay.parts.storage;
  const settings = new OrderSourceSettingStore(db);
  const [first, second] = [4_100, 4_200].map((port) => ({
    url: `http://127.0.0.1:${port}/orders`,
    secret: "s".repeat(32),
  }));
  if (!first || !second) throw new Error("two places");

  await seedDemoOrders(db, first);
  await seedDemoOrders(db, second);
  expect(await settings.read("demo")).toEqual({ kind: "endpoint", ...second });

  await settings.write("demo", { kind: "stored" });
  await seedDemoOrders(db, first);
  expect(await settings.read("demo")).toEqual({ kind: "stored" });
});
