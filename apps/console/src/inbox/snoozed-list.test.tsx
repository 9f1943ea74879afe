// @vitest-environment happy-dom
import { aSummary } from "@shopbell/protocol/testing";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { renderAtDesk } from "../testing/render.tsx";
import { SnoozedList } from "./snoozed-list.tsx";
import { useSnoozedAfresh } from "./use-snoozed.ts";

const ASLEEP = aSummary({ state: "snoozed", waitingSince: null, snoozedUntil: 20_000 });
const board = {
  panes: [],
  current: null,
  wish: null,
  placeOf: () => undefined,
  open: vi.fn(),
  touch: vi.fn(),
  close: vi.fn(),
};
let remove: () => void;

beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json({ conversations: [ASLEEP], more: false }));
});
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

function Snoozed() {
  useSnoozedAfresh();
  return <SnoozedList board={board} />;
}

test("what was put off while the link was lost is listed with the inbox that follows", async () => {
  const line = aFakeLine();
  remove = renderAtDesk(line, <Snoozed />);
  expect(document.body.textContent).toContain("Nothing is snoozed");

  act(() => line.hear({ type: "inbox.loaded", conversations: [], more: false }));

  await act(() => vi.waitFor(() => expect(document.body.textContent).not.toContain("Nothing is snoozed")));
});
