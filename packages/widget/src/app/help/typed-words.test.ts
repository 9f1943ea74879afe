import { MAX_WORDS_LENGTH } from "@shopbell/protocol/limits";
import { expect, test } from "vitest";
import { wordsIn } from "./typed-words.ts";

test.each([
  ["", ""],
  ["  ?! ", ""],
  ["hi", ""],
  [" size? ", "size?"],
  ["42", ""],
  ["サイズ", "サイズ"],
  ["my order LS-20871 is late", "my order LS-20871 is late"],
  ["I am maria@mail.example, call +351 912 345 678 please", "I am  call  please"],
  ["4111-1111-1111-1111", ""],
])("%j is searched for as %j", (draft, words) => {
  expect(wordsIn(draft)).toBe(words);
});

test("what was pasted is read at its end alone: in time that grows by the square it would hold the page", () => {
  const beginsWithAnAddress = `a@${"x".repeat(1_000)}`;

  expect(wordsIn(beginsWithAnAddress)).toBe("x".repeat(MAX_WORDS_LENGTH));
});

test("of a long message its end is searched for, never with half a character", () => {
  const words = wordsIn(`${"a long story ".repeat(400)}👟${"x".repeat(MAX_WORDS_LENGTH - 1)}`);

  expect(words).toBe("x".repeat(MAX_WORDS_LENGTH - 1));
});
