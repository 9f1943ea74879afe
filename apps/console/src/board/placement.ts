import type { ConversationId } from "@shopbell/protocol/types";

const MIN_PANE_PX = 280;
export const MAX_PANES = 4;

/** What lies on the board: `panes` in their places, `recency` the same ones, last used first. */
export interface Placement {
  readonly panes: readonly ConversationId[];
  readonly recency: readonly ConversationId[];
}

/** How many panes fit side by side: at least one, at most four. */
export function panesThatFit(widthPx: number): number {
  return Math.min(MAX_PANES, Math.max(1, Math.floor(widthPx / MIN_PANE_PX)));
}

/** A placement of the panes in an address. Those of whose use nothing is known yet were just put there: they come first. */
export function placementOf(panes: readonly ConversationId[], recency: readonly ConversationId[]): Placement {
  const known = recency.filter((id) => panes.includes(id));
  return { panes, recency: [...panes.filter((id) => !known.includes(id)), ...known] };
}

/** Puts a conversation on the board: at the end while there is room, else in the place of the least recently used one. */
export function openPane(board: Placement, id: ConversationId, fit: number): Placement {
  if (board.panes.includes(id)) return focusPane(board, id);

  const recency = [id, ...board.recency];
  if (board.panes.length < fit) return { panes: [...board.panes, id], recency };

  // A window that became narrower may leave more panes than fit: all but the most recent of them go.
  const kept = recency.slice(0, fit);
  const replaced = board.panes.find((pane) => !kept.includes(pane));
  const panes = board.panes.map((pane) => (pane === replaced ? id : pane)).filter((pane) => kept.includes(pane));
  return { panes, recency: kept };
}

export function focusPane(board: Placement, id: ConversationId): Placement {
  if (board.recency[0] === id) return board;
  return { panes: board.panes, recency: [id, ...board.recency.filter((pane) => pane !== id)] };
}

export function closePane(board: Placement, id: ConversationId): Placement {
  return {
    panes: board.panes.filter((pane) => pane !== id),
    recency: board.recency.filter((pane) => pane !== id),
  };
}

/** The panes that are shown, in their places: the most recently used ones where not all fit. */
export function visiblePanes(board: Placement, fit: number): readonly ConversationId[] {
  const shown = board.recency.slice(0, fit);
  return board.panes.filter((pane) => shown.includes(pane));
}
