import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aSqliteStorage } from "../testing/test-storage.ts";
import { anEdit, aUuid } from "./answer-builders.ts";
import { AnswerStore } from "./answer-store.ts";
import { inTurn } from "./answer-turn-store.ts";

test("on SQLite a change is over before the journal's turn comes", async () => {
  const storage = await aSqliteStorage();
  await addSite(storage.db, DEMO_SITE, 1);
  const desk = new TestDesk(storage);
  const ana = await desk.anAgent("ana");
  const isOpenAfter = async (change: Promise<unknown>) => {
    await setImmediate();
    const isOpen = storage.sqlite.isTransaction;
    await change;
    return isOpen;
  };
  expect(await isOpenAfter(inTurn(storage.db, "demo", () => setImmediate()))).toBe(true);

  const saving = new AnswerStore(storage.db, desk.clock).save("demo", ana.id, aUuid(1), anEdit());

  expect(await isOpenAfter(saving)).toBe(false);
  await storage.close();
});
