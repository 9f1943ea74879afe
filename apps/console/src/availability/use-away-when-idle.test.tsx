// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aFakeLine, aMember } from "../testing/fake-line.ts";
import { press, renderAtDesk } from "../testing/render.tsx";
import { useAwayWhenIdle } from "./use-away-when-idle.ts";

const MINUTE = 60_000;
let remove: () => void;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  remove();
  vi.useRealTimers();
});

function Console() {
  useAwayWhenIdle();
  return <textarea />;
}

function saidAway(line: ReturnType<typeof aFakeLine>) {
  return line.calls.filter((call) => call.startsWith("availability"));
}

test("five minutes without a key or a movement say away, and every key begins them anew", () => {
  const line = aFakeLine();
  remove = renderAtDesk(line, <Console />);
  vi.advanceTimersByTime(4 * MINUTE);
  press(document.body, "x");

  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(saidAway(line)).toEqual([]);

  vi.advanceTimersByTime(1);
  expect(saidAway(line)).toEqual(["availability away true"]);
});

test("who is away already is left alone, and who comes back starts anew", () => {
  const line = aFakeLine({ team: [aMember({ availability: "away", reason: "idle" })] });
  remove = renderAtDesk(line, <Console />);
  vi.advanceTimersByTime(60 * MINUTE);
  expect(saidAway(line)).toEqual([]);

  act(() => line.become({ team: [aMember()] }));
  vi.advanceTimersByTime(4 * MINUTE);

  expect(saidAway(line)).toEqual([]);
});
