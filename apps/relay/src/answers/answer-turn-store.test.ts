import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aSqliteStorage } from "../testing/test-storage.ts";
import { aBroughtText, anEdit, aUuid } from "./answer-builders.ts";
import { AnswerStore } from "./answer-store.ts";
import { inTurn } from "./answer-turn-store.ts";
import { replaceCategories } from "./category-store.ts";
import { importTexts } from "./import-store.ts";

test("on SQLite no change of answers is under way when the journal's turn comes", async () => {
  const storage = await aSqliteStorage();
  const { db, sqlite } = storage;
  await addSite(db, DEMO_SITE, 1);
  const desk = new TestDesk(storage);
  const ana = await desk.anAgent("ana");
  const answers = new AnswerStore(db, desk.clock);
  /** Looks in each turn of the event loop until the change is over. */
  const isEverOpen = async (change: Promise<unknown>) => {
    let [isOver, isOpen] = [false, false];
    const over = change.finally(() => (isOver = true));
    while (!isOver) {
      await setImmediate();
      isOpen ||= sqlite.isTransaction;
    }
    await over;
    return isOpen;
  };
  expect(await isEverOpen(inTurn(db, "demo", () => setImmediate()))).toBe(true);

  const writer = { siteKey: "demo", agentId: ana.id, now: 1 };
  const brought = Array.from({ length: 200 }, (_, n) => aBroughtText(n, { category: "Delivery" }));
  expect(await isEverOpen(importTexts(db, writer, brought))).toBe(false);
  expect(await isEverOpen(answers.save("demo", ana.id, aUuid(900), anEdit()))).toBe(false);
  expect(await isEverOpen(answers.order("demo", [aUuid(900)]))).toBe(false);
  expect(await isEverOpen(answers.remove("demo", aUuid(900)))).toBe(false);
  const category = { id: aUuid(901), icon: "truck", names: { en: "Returns" } } as const;
  expect(await isEverOpen(replaceCategories(db, "demo", [category]))).toBe(false);
  await storage.close();
});
