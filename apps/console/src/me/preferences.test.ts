// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});
afterEach(() => vi.restoreAllMocks());

/** The preferences as a page that is loaded now finds them. */
function loaded() {
  vi.resetModules();
  return import("./preferences.ts");
}

test("a preference is told at once, and is there again after a reload", async () => {
  const { onPreference, setShortcuts, shortcutsOn } = await loaded();
  const listener = vi.fn();
  const stop = onPreference(listener);
  expect(shortcutsOn()).toBe(true);

  setShortcuts(false);
  stop();

  expect(listener).toHaveBeenCalledOnce();
  expect((await loaded()).shortcutsOn()).toBe(false);
});

test("where the device keeps nothing, preferences hold until the page is loaded again", async () => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("forbidden", "SecurityError");
  });
  const { setSound, soundOn } = await loaded();

  setSound(false);

  expect(soundOn()).toBe(false);
});

test("a full storage does not stop somebody from choosing", async () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  vi.spyOn(window, "localStorage", "get").mockReturnValue(full as unknown as Storage);
  const { setSound, soundOn } = await loaded();

  setSound(false);

  expect(soundOn()).toBe(false);
});
