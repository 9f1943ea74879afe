import { aConversationId } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { closePane, focusPane, openPane, panesThatFit, placementOf, visiblePanes } from "./placement.ts";

const [A, B, C, D] = [1, 2, 3, 4].map(aConversationId) as [never, never, never, never];
const EMPTY = placementOf([], []);

function opened(fit: number, ...ids: (typeof A)[]) {
  return ids.reduce((board, id) => openPane(board, id, fit), EMPTY);
}

test("as many panes fit as are 280 px wide, at least one and at most four", () => {
  expect([200, 559, 560, 840, 4_000].map(panesThatFit)).toEqual([1, 1, 2, 3, 4]);
});

test("while there is room, a conversation opens beside the others", () => {
  expect(opened(3, A, B, C).panes).toEqual([A, B, C]);
});

test("on a full board it takes the place of the pane that was used least recently", () => {
  const board = focusPane(opened(2, A, B), A);

  expect(openPane(board, C, 2).panes).toEqual([A, C]);
});

test("opening what already lies there only makes it the current one", () => {
  const board = openPane(opened(3, A, B), A, 3);

  expect(board.panes).toEqual([A, B]);
  expect(board.recency[0]).toBe(A);
});

test("a narrower window hides the least recently used panes, and a wider one shows them again", () => {
  const board = opened(3, A, B, C);

  expect(visiblePanes(board, 2)).toEqual([B, C]);
  expect(visiblePanes(board, 3)).toEqual([A, B, C]);
});

test("opening on a window that became narrower leaves no more panes than fit", () => {
  const board = openPane(opened(3, A, B, C), D, 2);

  expect(board.panes).toHaveLength(2);
  expect(board.panes).toEqual(expect.arrayContaining([C, D]));
});

test("a closed pane leaves its place to the others", () => {
  expect(closePane(opened(3, A, B, C), B)).toEqual({ panes: [A, C], recency: [C, A] });
});

test("after a reload the panes keep their places, and the first is the current one", () => {
  expect(placementOf([B, A], [])).toEqual({ panes: [B, A], recency: [B, A] });
});

test("a pane that the address brought, by a link or a notification, is the current one", () => {
  expect(placementOf([A, B, C], [A, B]).recency[0]).toBe(C);
});
