// @vitest-environment happy-dom
import { act, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { aFace, aHandover } from "../testing/a-handover.ts";
import { aLine } from "../testing/fake-line.ts";
import { openCounter } from "./counter.ts";
import { wordsFor } from "./words.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a panel says who is there now, not who was there when the page was loaded, and asks while it is open", async () => {
  const answers = [aFace({ availability: "away", people: [] }), aFace()];
  const asked = vi.fn(async (..._request: unknown[]) => Response.json(answers.shift()));
  vi.stubGlobal("fetch", asked);
  vi.useFakeTimers();
  const handover = aHandover();
  const say = openCounter(handover, aLine(), wordsFor(["en-GB"], "ltr"));
  const panel = within((handover.bell.getRootNode() as ShadowRoot).querySelector<HTMLElement>(".sb") as HTMLElement);
  const after = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

  say("open");
  await after(0);
  expect(panel.getByText(/nobody at the counter/i)).toBeDefined();
  await after(8_000);
  expect(panel.queryByText(/nobody at the counter/i)).toBeNull();

  say("close");
  await after(60_000);
  const anew = { credentials: "omit", cache: "no-cache" };
  expect(asked.mock.calls).toEqual(Array(2).fill(["https://chat.example/v1/sites/lisboa", anew]));
  say("destroy");
});
