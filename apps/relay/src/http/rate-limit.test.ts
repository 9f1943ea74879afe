import { expect, test } from "vitest";
import { Budget, Budgets } from "./rate-limit.ts";

const LIMIT = { max: 5, windowMs: 2_000 };

test("a budget gives what it holds, then nothing, then as much as time has earned", () => {
  const budget = new Budget(LIMIT, 0);
  const taken = Array.from({ length: 6 }, () => budget.take(0));

  expect(taken).toEqual([true, true, true, true, true, false]);
  expect(budget.waitMs(0)).toBe(400);
  expect(budget.take(399)).toBe(false);
  expect(budget.take(400)).toBe(true);
  expect(budget.take(400)).toBe(false);
});

test("a budget never holds more than its maximum", () => {
  const budget = new Budget(LIMIT, 0);

  const taken = Array.from({ length: 7 }, () => budget.take(1_000_000));

  expect(taken.filter(Boolean)).toHaveLength(5);
});

test("coming back does not fill a budget, and forgetting a full one loses nothing", () => {
  const budgets = new Budgets(LIMIT);
  budgets.of("maria", 0).take(0);

  budgets.sweep(0);
  expect(budgets.of("maria", 0).waitMs(0)).toBe(0);
  expect(budgets.of("maria", 0).isFull(0)).toBe(false);
  budgets.sweep(2_000);
  expect(budgets.of("maria", 2_000).isFull(2_000)).toBe(true);
});

test("a peer that stays spends from the same budget as when it comes back, although full ones are swept away", () => {
  const budgets = new Budgets({ max: 3, windowMs: 60_000 });
  const staying = budgets.rateOf("v1");
  budgets.of("v1", 0);
  budgets.sweep(1_000);

  for (let spent = 0; spent < 3; spent++) expect(staying.take(1_000)).toBe(true);

  expect(budgets.rateOf("v1").take(1_000)).toBe(false);
});
