// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { setShortcuts } from "../me/preferences.ts";
import { aQueryClient, press, renderWith } from "../testing/render.tsx";
import { useShortcuts } from "./use-shortcut.ts";

const next = vi.fn();
let remove: () => void;
afterEach(() => remove());

function List() {
  useShortcuts({ next });
  return null;
}

test("single keys do something until they are turned off on this device", () => {
  remove = renderWith(aQueryClient(), <List />);
  press(document.body, "j");
  expect(next).toHaveBeenCalledOnce();

  setShortcuts(false);
  press(document.body, "j");
  expect(next).toHaveBeenCalledOnce();

  setShortcuts(true);
  press(document.body, "j");
  expect(next).toHaveBeenCalledTimes(2);
});
