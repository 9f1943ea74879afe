// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { shortcutOf } from "./shortcut.ts";

function press(key: string, inside = "<main></main>", changes: Partial<KeyboardEvent> = {}) {
  document.body.innerHTML = inside;
  const target = document.body.querySelector("[data-here]") ?? document.body.firstElementChild;
  return { key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, target, ...changes };
}

test("digits lead to panes, j and k through the list, s and a snooze and step away, ? leads to the list of shortcuts", () => {
  expect(["1", "4", "j", "k", "s", "a", "?"].map((key) => shortcutOf(press(key)))).toEqual([
    "pane-1",
    "pane-4",
    "next",
    "previous",
    "snooze",
    "availability",
    "help",
  ]);
});

test("other keys do nothing, whatever objects call their own properties", () => {
  expect(["5", "x", "toString", "__proto__"].map((key) => shortcutOf(press(key)))).toEqual([null, null, null, null]);
});

test.each(["<textarea></textarea>", "<input>", '<div role="dialog"><button data-here></button></div>'])(
  "while somebody types or answers a dialog there are no shortcuts: %s",
  (inside) => {
    expect(shortcutOf(press("1", inside))).toBeNull();
  },
);

test("the browser's own combinations stay the browser's", () => {
  expect(shortcutOf(press("1", undefined, { ctrlKey: true }))).toBeNull();
  expect(shortcutOf(press("j", undefined, { metaKey: true }))).toBeNull();
});
