// @vitest-environment happy-dom
import { aSummary } from "@shopbell/protocol/testing";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { renderAtDesk } from "../testing/render.tsx";
import { OpenList } from "./open-list.tsx";

let remove: () => void;
afterEach(() => remove());

test("a list that is not whole says so at its end", () => {
  const row = aSummary();
  const line = aFakeLine({ inbox: { [row.id]: row } });
  const board = {
    panes: [],
    current: null,
    wish: null,
    placeOf: () => undefined,
    open: vi.fn(),
    touch: vi.fn(),
    close: vi.fn(),
  };
  remove = renderAtDesk(line, <OpenList tab="queue" board={board} onQueue={vi.fn()} />);
  expect(document.body.textContent).not.toContain("longest");

  act(() => line.become({ inboxMore: true }));

  expect(document.body.textContent).toContain("Only those who have waited longest are listed.");
});
