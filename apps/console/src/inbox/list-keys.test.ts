import { aConversationId } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { stepTo } from "./list-keys.ts";

const ROWS = [1, 2, 3].map(aConversationId);
const [A, B, C] = ROWS as [(typeof ROWS)[0], never, never];

test("the keyboard steps through the rows and stops at both ends", () => {
  expect(stepTo(ROWS, A, 1)).toBe(B);
  expect(stepTo(ROWS, C, 1)).toBe(C);
  expect(stepTo(ROWS, B, -1)).toBe(A);
  expect(stepTo(ROWS, A, -1)).toBe(A);
});

test("it begins at the first row, also when the row it was on has gone", () => {
  expect(stepTo(ROWS, null, 1)).toBe(A);
  expect(stepTo(ROWS, aConversationId(9), -1)).toBe(A);
  expect(stepTo([], null, 1)).toBeNull();
});
