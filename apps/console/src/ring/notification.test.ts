// @vitest-environment happy-dom
import { aMessage, aSummary } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type * as Notifications from "./notification.ts";

const shown = vi.fn();

class FakeNotification {
  static permission = "granted";
  onclick: (() => void) | null = null;
  close = vi.fn();

  constructor(title: string, options?: NotificationOptions) {
    if (FakeNotification.permission === "granted") shown(title, options?.body, this);
  }
}

/** Chrome on Android: allowed, and yet nothing that a page may construct. */
class IllegalNotification {
  static permission = "granted";

  constructor() {
    throw new TypeError("Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.");
  }
}

// What a browser can do is learned once per page.
let page: typeof Notifications;

function tabIs(visibility: DocumentVisibilityState) {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility);
}

beforeEach(async () => {
  vi.resetModules();
  page = await import("./notification.ts");
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

  page.notify(aSummary({ lastMessage: aMessage({ text: "Hello!" }) }), open);

  expect(shown).toHaveBeenCalledWith("Visitor · #1001", "Hello!", expect.anything());
  shown.mock.calls[0]?.[2].onclick();
  expect(open).toHaveBeenCalledOnce();
});

test("nothing is shown to somebody who looks at the tab, nor without their leave", () => {
  tabIs("visible");
  page.notify(aSummary(), vi.fn());

  tabIs("hidden");
  FakeNotification.permission = "default";
  page.notify(aSummary(), vi.fn());

  expect(shown).not.toHaveBeenCalled();
});

test("where the constructor throws, nothing breaks, and from then on there are no notifications", () => {
  tabIs("hidden");
  vi.stubGlobal("Notification", IllegalNotification);

  expect(() => page.notify(aSummary(), vi.fn())).not.toThrow();

  expect(page.notificationPermission()).toBe("unsupported");
});

test("where the constructor throws, nobody is asked for leave to use it", () => {
  class Unasked extends IllegalNotification {
    static override permission = "default";
  }
  vi.stubGlobal("Notification", Unasked);

  expect(page.notificationPermission()).toBe("unsupported");
});

test("finding out whether the constructor can be used shows nothing", () => {
  FakeNotification.permission = "default";
  expect(page.notificationPermission()).toBe("default");

  FakeNotification.permission = "granted";
  expect(page.notificationPermission()).toBe("granted");
  expect(shown).not.toHaveBeenCalled();
});
