import { expect, test } from "vitest";
import { type Mark, marked, markOf } from "./marking.ts";

/** What becomes of a text box. What is chosen stands between brackets, before and afterwards. */
function after(chosen: string, mark: Mark): string {
  const from = chosen.indexOf("«");
  const to = chosen.indexOf("»") - 1;
  const text = chosen.replace(/[«»]/g, "");
  const change = marked({ text, from, to }, mark);
  const result = text.slice(0, change.from) + change.text + text.slice(change.to);
  const [begin, end] = change.choose;
  return `${result.slice(0, begin)}«${result.slice(begin, end)}»${result.slice(end)}`;
}

test.each([
  ["bold", "We ship «today».", "We ship **«today»**."],
  ["bold", "We ship **«today»**.", "We ship «today»."],
  ["italic", "«»", "_«»_"],
  ["link", "See «the table».", "See [the table](«https://»)."],
  ["link", "See «».", "See [«»](https://)."],
] as const)("%s marks what is chosen, or takes the mark off: %s", (mark, before, then) => {
  expect(after(before, mark)).toBe(then);
});

test("a list takes in every line that is chosen in part, and is taken off again", () => {
  expect(after("One\nT«wo\nTh»ree\nFour", "list")).toBe("One\n- Two\n- Three«»\nFour");
  expect(after("- T«wo\n- Th»ree", "list")).toBe("Two\nThree«»");
});

test("numbers count the lines, and a heading is one whatever it was", () => {
  expect(after("«One\nTwo»", "numbers")).toBe("1. One\n2. Two«»");
  expect(after("# O«n»e", "heading")).toBe("One«»");
});

test("keys mark with Ctrl or Cmd alone", () => {
  const press = { key: "b", ctrlKey: false, metaKey: false, altKey: false };

  expect(markOf({ ...press, ctrlKey: true })).toBe("bold");
  expect(markOf({ ...press, key: "K", metaKey: true })).toBe("link");
  expect(markOf(press)).toBeNull();
  expect(markOf({ ...press, ctrlKey: true, altKey: true })).toBeNull();
});
