import { expect, test } from "vitest";
import { mask, maskNames } from "./mask.ts";
import { searchedWords } from "./searched-words.ts";

test.each([
  ["write to maria.silva+shop@mail.example.com please", "write to … please"],
  ["I am maria@gmail", "I am …"],
  ["call +351 21 000 0142, or (21) 000-0142", "call …, or …"],
  ["06 12 34 56 78 after six", "… after six"],
  ["my number is 612 34 56 78", "my number is …"],
  ["ring 21 000 0142 now", "ring … now"],
  ["my card is 4111 1111 1111 1111", "my card is …"],
  ["IBAN PT50 0002 0123 1234 5678 9015 4", "IBAN …"],
  ["order LS-20871 has not come", "order LS-… has not come"],
  ["order ٢٠٨٧١", "order …"],
  ["see https://shop.example/account?token=abc#me", "see https://shop.example/account?…"],
  ["https://shop.example/r/x7Gk2mPq9vTz4LwB1cNd", "https://shop.example/r/…"],
])("of “%s”, “%s” is kept", (text, kept) => {
  expect(mask(text).text).toBe(kept);
});

test.each([
  "26.5 cm is a 42, and 38, 39 or 40 are smaller",
  "€150, $1,499.00 or 12.50",
  "on 22.11.2026 at 9:00, or 2026-11-22",
  "https://shop.example/shoes/alfama-38",
  "size 38 39 40",
  "@lisboa and me @ home",
])("“%s” tells of nobody", (text) => {
  expect(mask(text)).toEqual({ text, masked: 0 });
});

test("each detail is counted", () => {
  expect(mask("a@b.example, +351 21 000 0142 and 20871").masked).toBe(3);
});

test("a name is taken out where it stands as a word, in whatever letters", () => {
  expect(maskNames("Hi IOANA, Ana sends it to Ms. Mărginean today", ["Ioana Mărginean"])).toEqual({
    text: "Hi …, Ana sends it to Ms. … today",
    masked: 2,
  });
});

test("words are kept alike for all who type them alike, and no longer than words are", () => {
  expect(searchedWords("  Gift \n WRAPPING ")).toBe("gift wrapping");
  expect(searchedWords("order 20871")).toBe("order …");
  expect(searchedWords(`${"a".repeat(199)}😀`)).toBe("a".repeat(199));
});

test.each([
  ["letters", "a", 0],
  ["at signs", "a@", 2 ** 18],
  ["numerals", "1 ", 1],
  ["dialled numerals", "+1(", 0],
  ["dots", "a@a.", 2 ** 17],
  ["addresses", "http://", 0],
  ["accounts", "AA11 ", 23_302],
  ["open brackets", "(", 0],
  ["slashes", "https://a/?", 1],
])(
  "a megabyte of %s comes to its end: in time that grows by the square it would take hours",
  (_what, piece, masked) => {
    expect(mask(piece.repeat(2 ** 20 / piece.length)).masked).toBe(masked);
  },
);
