import type { Interval } from "@shopbell/protocol/types";
import { type Edge, joined, snap, withAdded, withEdge, withMoved } from "./day.ts";

/**
 * What a pointer took hold of: an edge, a whole interval, or empty space, where new hours begin.
 * `off` is how many minutes beside the edge, or into the interval, it was taken.
 */
export type Grip =
  | { kind: "edge"; index: number; edge: Edge; off: number }
  | { kind: "whole"; index: number; off: number }
  | { kind: "space"; start: number };

/** @param index, edge where the pointer went down; undefined beside all intervals, and in the middle of one */
export function gripAt(intervals: readonly Interval[], at: number, index?: number, edge?: Edge): Grip {
  const interval = index === undefined ? undefined : intervals[index];
  if (index === undefined || interval === undefined) return { kind: "space", start: at };
  return edge === undefined
    ? { kind: "whole", index, off: at - interval.from }
    : { kind: "edge", index, edge, off: at - interval[edge] };
}

/** The day's hours with the pointer at a minute. Counted from the hours as they were when the drag began, so that nothing adds up. */
export function dragged(before: readonly Interval[], grip: Grip, at: number): Interval[] {
  switch (grip.kind) {
    case "edge":
      return withEdge(before, grip.index, grip.edge, snap(at - grip.off));
    case "whole":
      return withMoved(before, grip.index, snap(at - grip.off));
    case "space":
      return withAdded(before, snap(grip.start), snap(at));
  }
}

/** The hours when the pointer lets go: what was pushed together is one. */
export function dropped(before: readonly Interval[], grip: Grip, at: number): Interval[] {
  return joined(dragged(before, grip, at));
}
