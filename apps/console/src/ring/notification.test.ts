// @vitest-environment happy-dom
import { aMessage, aSummary } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { notify } from "./notification.ts";

const shown = vi.fn();

class FakeNotification {
  static permission = "granted";
  onclick: (() => void) | null = null;
  close = vi.fn();

  constructor(title: string, options: NotificationOptions) {
    shown(title, options.body, this);
  }
}

function tabIs(visibility: DocumentVisibilityState) {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility);
}

beforeEach(() => {
  shown.mockClear();
  FakeNotification.permission = "granted";
  vi.stubGlobal("Notification", FakeNotification);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("in a hidden tab a visitor's words are shown, and pressing them leads to the conversation", () => {
  tabIs("hidden");
  const open = vi.fn();

  notify(aSummary({ lastEntry: aMessage({ text: "Hello!" }) }), open);

  expect(shown).toHaveBeenCalledWith("Visitor #1001", "Hello!", expect.anything());
  shown.mock.calls[0]?.[2].onclick();
  expect(open).toHaveBeenCalledOnce();
});

test("nothing is shown to somebody who looks at the tab, nor without their leave", () => {
  tabIs("visible");
  notify(aSummary(), vi.fn());

  tabIs("hidden");
  FakeNotification.permission = "default";
  notify(aSummary(), vi.fn());

  expect(shown).not.toHaveBeenCalled();
});
