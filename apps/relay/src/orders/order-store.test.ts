import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEMO_SITE, newSite } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { ORDERS_KEPT_MS, OrderStore } from "./order-store.ts";
import { anOrder, aStep, PLACED_AT } from "./testing/builders.ts";

const MARIA = "maria@example.com";

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("orders on %s", (_name, open) => {
  let storage: Storage;
  let orders: OrderStore;
  beforeEach(async () => {
    storage = await open();
    await addSite(storage.db, DEMO_SITE, 1);
    const bags = newSite("bags", "Faro Bags", []);
    if (bags) await addSite(storage.db, bags, 2);
    orders = new OrderStore(storage.db);
  });
  afterEach(() => storage.close());

  const source = () => orders.sourceOf("demo");

  test("are found by their number, however it is written, at their own shop", async () => {
    expect(await orders.put("demo", anOrder(), 1)).toBe(true);

    expect(await source().byNumber("# ls-20871")).toEqual(anOrder());
    expect(await source().byNumber("LS-2087")).toBeNull();
    expect(await source().byNumber("LS-%")).toBeNull();
    expect(await orders.sourceOf("bags").byNumber("LS-20871")).toBeNull();
  });

  test("are found by their address, newest first, some of them", async () => {
    const numbers = ["LS-1", "LS-2", "LS-3"];
    for (const [n, number] of numbers.entries()) {
      await orders.put("demo", anOrder({ number, steps: [aStep("placed", PLACED_AT + n)] }), 1);
    }
    await orders.put("demo", anOrder({ number: "LS-4", email: "joao@example.com" }), 1);

    const found = await source().byEmail("Maria@example.com", 2);

    expect(found.map(({ number }) => number)).toEqual(["LS-3", "LS-2"]);
    expect(await orders.sourceOf("bags").byEmail(MARIA, 2)).toEqual([]);
  });

  test("are replaced whole, address and all", async () => {
    await orders.put("demo", anOrder(), 1);
    const moved = anOrder({ email: "joao@example.com", items: [] });

    expect(await orders.put("demo", moved, 1)).toBe(false);

    expect(await source().byNumber("LS-20871")).toEqual(moved);
    expect(await source().byEmail(MARIA, 9)).toEqual([]);
    expect(await orders.count("demo")).toBe(1);
  });

  test("that are pushed twice at once are stored once", async () => {
    const news = await Promise.all([1, 2, 3].map((n) => orders.put("demo", anOrder({ items: [] }), n)));

    expect(news.filter((isNew) => isNew)).toHaveLength(1);
    expect(await orders.count("demo")).toBe(1);
  });

  test("that are forgotten while they are pushed again are stored", async () => {
    await orders.put("demo", anOrder(), 1);
    let statements = 0;
    const forgetting = new OrderStore(
      storage.db.withPlugin({
        transformQuery: ({ node }) => node,
        transformResult: async ({ result }) => {
          statements += 1;
          if (statements === 1) await orders.remove("demo", "LS-20871");
          return result;
        },
      }),
    );

    await forgetting.put("demo", anOrder({ items: [] }), 2);

    expect(await source().byNumber("LS-20871")).toEqual(anOrder({ items: [] }));
  });

  test("go after 24 months, counted from when they were made, or told of where nothing has happened yet", async () => {
    const later = PLACED_AT + 1;
    await orders.put("demo", anOrder({ number: "LS-1" }), later);
    await orders.put("bags", anOrder({ number: "LS-2", steps: [aStep("placed", later)] }), PLACED_AT);
    await orders.put("demo", anOrder({ number: "LS-3", steps: [aStep("placed", null)] }), later);

    await orders.forgetOld(PLACED_AT + ORDERS_KEPT_MS);
    expect([await orders.count("demo"), await orders.count("bags")]).toEqual([2, 1]);

    await orders.forgetOld(later + ORDERS_KEPT_MS);
    expect([await orders.count("demo"), await orders.count("bags")]).toEqual([1, 1]);
  });

  test("are forgotten, each by itself", async () => {
    for (const number of ["LS-1", "LS-2"]) await orders.put("demo", anOrder({ number }), 1);
    await orders.put("bags", anOrder({ number: "LS-1" }), 1);

    expect(await orders.remove("demo", "ls-1")).toBe(true);

    expect(await orders.remove("demo", "LS-1")).toBe(false);
    expect([await orders.count("demo"), await orders.count("bags")]).toEqual([1, 1]);
  });

  test("that come together are stored together, more of them than one statement takes", async () => {
    const many = Array.from({ length: 750 }, (_, n) => anOrder({ number: `LS-${n}` }));
    expect(await orders.putAll("demo", many, 1)).toEqual({ added: 750, changed: 0, same: 0 });

    const next = [...many.slice(0, 700), anOrder({ number: "LS-700", items: [] }), anOrder({ number: "LS-new" })];
    expect(await orders.putAll("demo", next, 1)).toEqual({ added: 1, changed: 1, same: 700 });

    expect(await orders.count("demo")).toBe(751);
    expect(await source().byNumber("LS-700")).toMatchObject({ items: [] });
  });

  test("of two tables at once are those of one, whatever their rows' order", async () => {
    const table = (name: string) =>
      Array.from({ length: 300 }, (_, n) =>
        anOrder({ number: `LS-${n}`, items: [{ name, quantity: 1, picture: null }] }),
      );

    await Promise.all([orders.putAll("demo", table("one"), 1), orders.putAll("demo", table("other").reverse(), 1)]);

    const found = await source().byEmail(MARIA, 300);
    expect(new Set(found.map(({ items }) => items[0]?.name))).toHaveLength(1);
  });

  test("that come together are stored all or none", async () => {
    const good = Array.from({ length: 150 }, (_, n) => anOrder({ number: `LS-a${n}` }));
    const bad = { ...anOrder({ number: "LS-z" }), email: null } as unknown as ReturnType<typeof anOrder>;

    await expect(orders.putAll("demo", [...good, bad], 1)).rejects.toThrow();

    expect(await orders.count("demo")).toBe(0);
  });
});
