import { expect, test } from "vitest";
import { composerKey } from "./composer-key.ts";

function press(key: string, changes: Partial<KeyboardEvent> = {}) {
  const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, keyCode: 0 };
  return composerKey({ key, ...none, ...changes });
}

test("Enter sends, Shift and Enter break the line, Escape leaves", () => {
  expect(press("Enter")).toBe("send");
  expect(press("Enter", { shiftKey: true })).toBeNull();
  expect(press("Escape")).toBe("leave");
  expect(press("a")).toBeNull();
});

test("the Enter that chooses a word of an input method sends nothing", () => {
  expect(press("Enter", { isComposing: true })).toBeNull();
  expect(press("Enter", { keyCode: 229 })).toBeNull();
  expect(press("Escape", { isComposing: true })).toBeNull();
});
