import type { Interval } from "@shopbell/protocol/types";

/** Minutes that a drag or an arrow moves an edge by. */
export const STEP = 15;
export const HOUR = 60;
export const DAY = 1_440;
/** Intervals of one day that the relay takes. */
export const MAX_INTERVALS = 8;

export type Edge = "from" | "until";

export function snap(minutes: number): number {
  return Math.round(minutes / STEP) * STEP;
}

/**
 * Moves one edge. It stops at the neighbours and before the other edge, and an interval never lasts longer than a day.
 *
 * @param at minutes since the midnight that begins the day; beyond 1,440 is past midnight
 */
export function withEdge(intervals: readonly Interval[], index: number, edge: Edge, at: number): Interval[] {
  return replaced(intervals, index, (old) => {
    const { least, most } = roomOf(intervals, index);
    if (edge === "from") {
      const earliest = Math.max(least, old.until - DAY);
      return { ...old, from: clamp(at, earliest, Math.max(earliest, Math.min(old.until, DAY) - STEP)) };
    }
    const latest = Math.min(most, old.from + DAY);
    return { ...old, until: clamp(at, Math.min(latest, old.from + STEP), latest) };
  });
}

/** Moves a whole interval, as far as its neighbours leave room. */
export function withMoved(intervals: readonly Interval[], index: number, from: number): Interval[] {
  return replaced(intervals, index, (old) => {
    const { least, most } = roomOf(intervals, index);
    const lasts = old.until - old.from;
    const begins = clamp(from, least, Math.min(most - lasts, DAY - STEP));
    return { from: begins, until: begins + lasts };
  });
}

/** Adds what lies between two minutes, cut to the room that is free at the first of them. Nothing is added where none is. */
export function withAdded(intervals: readonly Interval[], start: number, end: number): Interval[] {
  const at = clamp(start, 0, DAY);
  const before = intervals.findLast(({ from }) => from <= at);
  const after = intervals.find(({ from }) => from > at);
  if (intervals.length >= MAX_INTERVALS || (before !== undefined && before.until > at)) return [...intervals];
  const added = {
    from: Math.max(Math.min(at, end), before?.until ?? 0),
    until: Math.min(Math.max(at, end), after?.from ?? DAY),
  };
  return added.until - added.from < STEP ? [...intervals] : sorted([...intervals, added]);
}

/** Adds opening hours where the day has room: nine to six on an empty day, else an hour after the last ones. */
export function withMore(intervals: readonly Interval[]): Interval[] {
  const last = intervals.at(-1);
  if (last === undefined) return [{ from: 9 * HOUR, until: 18 * HOUR }];
  const start = last.until + HOUR < DAY ? last.until + HOUR : last.until;
  return withAdded(intervals, start, start + HOUR);
}

export function withoutInterval(intervals: readonly Interval[], index: number): Interval[] {
  return intervals.filter((_, place) => place !== index);
}

/** Puts typed times in the place of an interval, or null where they would overlap another. */
export function withTyped(intervals: readonly Interval[], index: number, typed: Interval): Interval[] | null {
  const all = sorted([...withoutInterval(intervals, index), typed]);
  return overlaps(all) ? null : all;
}

export function sorted(intervals: readonly Interval[]): Interval[] {
  return intervals.toSorted((a, b) => a.from - b.from);
}

export function overlaps(inOrder: readonly Interval[]): boolean {
  return inOrder.some(({ from }, index) => from < (inOrder[index - 1]?.until ?? 0));
}

/** The same hours, with those that touch made into one. */
export function joined(inOrder: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const interval of inOrder) {
    const last = result.at(-1);
    if (last?.until === interval.from && interval.until - last.from <= DAY) {
      result[result.length - 1] = { from: last.from, until: interval.until };
    } else result.push(interval);
  }
  return result;
}

/** What is free around an interval: until the next one, and for the last one until the end of the following day. */
function roomOf(intervals: readonly Interval[], index: number): { least: number; most: number } {
  return { least: intervals[index - 1]?.until ?? 0, most: intervals[index + 1]?.from ?? 2 * DAY };
}

function replaced(intervals: readonly Interval[], index: number, change: (old: Interval) => Interval): Interval[] {
  return intervals.map((each, place) => (place === index ? change(each) : each));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
