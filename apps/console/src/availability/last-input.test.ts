// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { lastInput } from "./last-input.ts";

const MINUTE = 60_000;
const OPENED = 1_000_000;

beforeEach(() => localStorage.clear());

function aTab(agent = "ana", storage: Storage = localStorage) {
  return lastInput(storage, agent, OPENED);
}

test("who does nothing for five minutes is idle, who does something is not", () => {
  const tab = aTab();
  expect(tab.idleAt(OPENED + 5 * MINUTE - 1)).toBe(false);
  expect(tab.idleAt(OPENED + 5 * MINUTE)).toBe(true);

  tab.note(OPENED + 4 * MINUTE);

  expect(tab.idleAt(OPENED + 9 * MINUTE - 1)).toBe(false);
  expect(tab.idleAt(OPENED + 9 * MINUTE)).toBe(true);
});

test("who works in another tab is not idle in this one", () => {
  const [one, other] = [aTab(), aTab()];

  other.note(OPENED + 4 * MINUTE);

  expect(one.idleAt(OPENED + 6 * MINUTE)).toBe(false);
});

test("a colleague who shares the computer does not keep somebody at the counter", () => {
  const tab = aTab("ana");

  aTab("joao").note(OPENED + 4 * MINUTE);

  expect(tab.idleAt(OPENED + 5 * MINUTE)).toBe(true);
});

test("a time to come, from before the clock was put back, keeps nobody at the counter", () => {
  aTab().note(OPENED + 600 * MINUTE);

  expect(aTab().idleAt(OPENED + 5 * MINUTE)).toBe(true);
});

test("on a device that keeps nothing each tab counts for itself", () => {
  const complaint = vi.spyOn(console, "error").mockReturnValue();
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  const tab = aTab("ana", full as unknown as Storage);

  tab.note(OPENED + 4 * MINUTE);

  expect(tab.idleAt(OPENED + 8 * MINUTE)).toBe(false);
  complaint.mockRestore();
});
