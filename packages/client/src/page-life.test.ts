// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { followPageLife } from "./page-life.ts";

function follow() {
  const events = { pause: vi.fn(), resume: vi.fn(), probe: vi.fn(), offline: vi.fn() };
  return { events, stop: followPageLife(events) };
}

function pageshow(persisted: boolean): Event {
  return Object.assign(new Event("pageshow"), { persisted });
}

test("[B8] a page that goes lets go, and one that comes back takes up again", () => {
  const { events, stop } = follow();

  dispatchEvent(new Event("pagehide"));
  document.dispatchEvent(new Event("freeze"));
  expect(events.pause).toHaveBeenCalledTimes(2);
  document.dispatchEvent(new Event("resume"));
  dispatchEvent(pageshow(true));

  expect(events.resume).toHaveBeenCalledTimes(2);
  stop();
});

test("[B3] a page that is shown, and a network that is back, ask at once", () => {
  const { events, stop } = follow();

  dispatchEvent(pageshow(false));
  dispatchEvent(new Event("online"));
  document.dispatchEvent(new Event("visibilitychange"));

  dispatchEvent(new Event("offline"));
  expect(events.probe).toHaveBeenCalledTimes(3);
  expect(events.offline).toHaveBeenCalledTimes(1);
  expect(events.resume).not.toHaveBeenCalled();
  stop();
});

test("who stops following hears nothing more", () => {
  const { events, stop } = follow();

  stop();
  dispatchEvent(new Event("pagehide"));
  dispatchEvent(new Event("online"));

  expect(events.pause).not.toHaveBeenCalled();
  expect(events.probe).not.toHaveBeenCalled();
});
