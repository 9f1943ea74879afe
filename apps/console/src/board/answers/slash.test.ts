import { expect, test } from "vitest";
import { slashAt, slashBefore } from "./slash.ts";

/** The slash before a caret that is drawn as a bar. */
function slashIn(drawn: string) {
  return slashBefore(drawn.replace("|", ""), drawn.indexOf("|"));
}

test.each([
  ["/|", { at: 0, words: "" }],
  ["/water|", { at: 0, words: "water" }],
  ["/is it w|", { at: 0, words: "is it w" }],
  ["Hello /wat|", { at: 6, words: "wat" }],
  ["Hello\n/wat|er", { at: 6, words: "wat" }],
  ["/one /two|", { at: 5, words: "two" }],
])("%j calls for answers", (drawn, slash) => {
  expect(slashIn(drawn)).toEqual(slash);
});

test.each(["|", "and/or|", "https://shop.example/a|", "24 / 7|", "/one\ntwo|", `/${"x".repeat(61)}|`, "|/water"])(
  "%j is a text like any other",
  (drawn) => {
    expect(slashIn(drawn)).toBeNull();
  },
);

test("a slash that is put in begins a word", () => {
  expect(slashAt("", 0)).toBe("/");
  expect(slashAt("Hello", 5)).toBe(" /");
  expect(slashAt("Hello  bye", 6)).toBe("/");
});
