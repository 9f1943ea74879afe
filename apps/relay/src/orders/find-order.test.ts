import type { Order } from "@shopbell/protocol";
import { describe, expect, test } from "vitest";
import { findByEmail, findByNumber, findOrder } from "./find-order.ts";
import { type OrderSource, SourceDown } from "./order-source.ts";
import { anOrder, aStep, PLACED_AT } from "./testing/builders.ts";

const MARIA = "maria@example.com";

/** A source that finds what is only like what was asked for, as searches do. */
function aSearch(...orders: Order[]): OrderSource {
  return { byNumber: async () => orders[0] ?? null, byEmail: async () => orders };
}

const DOWN: OrderSource = {
  byNumber: () => Promise.reject(new SourceDown("It is broken.")),
  byEmail: () => Promise.reject(new SourceDown("It is broken.")),
};

describe("an order", () => {
  test("is that of this number and this address, from the first source that has it", async () => {
    const [told, asked] = [anOrder({ items: [] }), anOrder()];

    expect(await findOrder([aSearch(told), aSearch(asked)], "#ls-20871", "Maria@Example.com")).toEqual(told);
    expect(await findOrder([aSearch(), aSearch(asked)], "LS-20871", MARIA)).toEqual(asked);
    expect(await findOrder([], "LS-20871", MARIA)).toBeNull();
  });

  test("is not one that is only like it", async () => {
    expect(await findOrder([aSearch(anOrder())], "LS-2087", MARIA)).toBeNull();
    expect(await findByNumber([aSearch(anOrder())], "LS-2087")).toBeNull();
  });

  test("of somebody else's is looked for further", async () => {
    const others = aSearch(anOrder({ email: "joao@example.com" }));

    expect(await findOrder([others, aSearch(anOrder())], "LS-20871", MARIA)).toEqual(anOrder());
    await expect(findOrder([others, DOWN], "LS-20871", MARIA)).rejects.toThrow(SourceDown);
  });

  test("that was told is found while the other source is down", async () => {
    expect(await findOrder([aSearch(anOrder()), DOWN], "LS-20871", MARIA)).toEqual(anOrder());
    expect(await findByNumber([aSearch(anOrder()), DOWN], "LS-20871")).toEqual(anOrder());
    await expect(findByNumber([aSearch(), DOWN], "LS-20871")).rejects.toThrow(SourceDown);
  });
});

describe("the orders of an address", () => {
  const placed = (number: string, after: number) => anOrder({ number, steps: [aStep("placed", PLACED_AT + after)] });

  test("are those of all sources, each once as it was told first, newest first", async () => {
    const told = aSearch(placed("LS-1", 1), placed("LS-3", 3));
    const asked = aSearch(placed("LS-2", 2), placed("ls-1", 9));

    const { orders, down } = await findByEmail([told, asked], MARIA, 9);

    expect(orders.map(({ number }) => number)).toEqual(["LS-3", "LS-2", "LS-1"]);
    expect(down).toBe(false);
    expect((await findByEmail([told, asked], MARIA, 1)).orders).toHaveLength(1);
  });

  test("are nobody else's", async () => {
    expect((await findByEmail([aSearch(anOrder({ email: "joao@example.com" }))], MARIA, 9)).orders).toEqual([]);
  });

  test("that were told are found while the other source is down", async () => {
    expect(await findByEmail([aSearch(anOrder()), DOWN], MARIA, 9)).toEqual({ orders: [anOrder()], down: true });
  });

  test("are not taken for few where something else is wrong", async () => {
    const broken = { ...DOWN, byEmail: () => Promise.reject(new TypeError("a fault of ours")) };

    await expect(findByEmail([aSearch(anOrder()), broken], MARIA, 9)).rejects.toThrow(TypeError);
  });
});
