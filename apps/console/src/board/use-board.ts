import type { ConversationId } from "@shopbell/protocol/types";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { openParam, panesIn } from "./board-address.ts";
import { closePane, focusPane, openPane, type Placement, placementOf, visiblePanes } from "./placement.ts";

/** Where the keyboard is wished to be. A new object each time, so that the same place can be wished for again. */
export type FocusWish =
  | { readonly on: "composer" | "pane"; readonly id: ConversationId }
  | { readonly on: "list"; readonly id: null };

export interface Board {
  /** The panes on the screen, in their places. */
  readonly panes: readonly ConversationId[];
  readonly current: ConversationId | null;
  readonly wish: FocusWish | null;
  placeOf(id: ConversationId): number | undefined;
  /** Puts a conversation on the board and its composer under the hands. */
  open(id: ConversationId): void;
  /** Makes a pane the current one. */
  touch(id: ConversationId): void;
  /** Takes a pane off the board. The keyboard goes to the pane that is current then, or back to the list. */
  close(id: ConversationId): void;
}

/**
 * The board of this tab. Which panes there are stands in the address and survives a reload; which was used last does not.
 *
 * @param fit how many panes there is room for
 * @param phone list and conversation lie on top of each other: opening is a step that "back" undoes
 */
export function useBoard(fit: number, phone: boolean): Board {
  const navigate = useNavigate({ from: "/" });
  const { open: address } = useSearch({ from: "/desk" });
  const [recency, setRecency] = useState<readonly ConversationId[]>([]);
  const [wish, setWish] = useState<FocusWish | null>(null);

  return useMemo(() => {
    const placement = placementOf(panesIn(address), recency);
    const panes = visiblePanes(placement, fit);
    const put = (next: Placement, replace: boolean) => {
      setRecency(next.recency);
      const open = openParam(next.panes);
      if (open !== address) navigate({ search: (search) => ({ ...search, open }), replace });
    };
    return {
      panes,
      current: panes.length === 0 ? null : (placement.recency[0] ?? null),
      wish,
      placeOf: (id) => (panes.includes(id) ? panes.indexOf(id) + 1 : undefined),
      open: (id) => {
        put(openPane(placement, id, fit), !phone);
        if (!phone) setWish({ on: "composer", id });
      },
      touch: (id) => {
        if (placement.recency[0] !== id) put(focusPane(placement, id), true);
      },
      close: (id) => {
        const next = phone ? placementOf([], []) : closePane(placement, id);
        put(next, true);
        setWish(wishFor(next));
      },
    };
  }, [address, recency, fit, phone, wish, navigate]);
}

function wishFor({ recency: [current] }: Placement): FocusWish {
  return current ? { on: "pane", id: current } : { on: "list", id: null };
}

/** How wide an element is, kept up to date. */
export function useWidth(): [(element: HTMLElement | null) => (() => void) | undefined, number] {
  const [width, setWidth] = useState(0);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  return [measure, width];
}
