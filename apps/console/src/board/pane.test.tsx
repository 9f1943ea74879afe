// @vitest-environment happy-dom
import { EMPTY_THREAD } from "@shopbell/client";
import { aConversationId } from "@shopbell/protocol/testing";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { button, renderAtDesk, the } from "../testing/render.tsx";
import { Pane } from "./pane.tsx";

const ID = aConversationId(1);
let remove: () => void;

beforeEach(() => {
  const noneClosed = { conversations: [], more: false };
  vi.stubGlobal("fetch", async () => Response.json(noneClosed));
});
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

test("an address that names no conversation says so, and the pane can be taken off the board", async () => {
  const line = aFakeLine();
  const board = {
    panes: [ID],
    current: ID,
    wish: null,
    placeOf: () => 1,
    open: vi.fn(),
    touch: vi.fn(),
    close: vi.fn(),
  };
  remove = renderAtDesk(line, <Pane id={ID} place={1} board={board} phone={false} onMakeAnswer={vi.fn()} />);
  expect(document.querySelector("textarea")).not.toBeNull();

  act(() => line.become({ threads: { [ID]: { ...EMPTY_THREAD, missing: true } } }));

  expect(the("[role=status]").textContent).toBe("There is no such conversation.");
  expect(document.querySelector("textarea")).toBeNull();
  act(() => button("Take off the board").click());
  expect(board.close).toHaveBeenCalledWith(ID);
});
