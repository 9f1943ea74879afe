/** Times on the wall of a zone, by what the browser knows of it. */
export interface Wall {
  /** `2026-12-24` */
  date: string;
  /** Minutes since midnight. */
  minutes: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What calendars and clocks in a zone show at an instant. */
export function wallOf(at: number, timeZone: string): Wall {
  const shown = new Date(at + offsetMs(at, timeZone)).toISOString();
  return { date: shown.slice(0, 10), minutes: Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16)) };
}

/**
 * The instant at which a zone's clocks show a time. One that its clocks skip is as much later as they skip;
 * of one that they show twice it is the first.
 */
export function instantOf({ date, minutes }: Wall, timeZone: string): number {
  const shown = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE_MS;
  // The clocks change at most once within a day of it: one of the two offsets is right.
  const before = offsetMs(shown - DAY_MS, timeZone);
  const after = offsetMs(shown + DAY_MS, timeZone);
  const early = shown - before;
  if (offsetMs(early, timeZone) === before) return early;
  const late = shown - after;
  return offsetMs(late, timeZone) === after ? late : early;
}

/** How many days a date is after another. */
export function daysAfter(date: string, other: string): number {
  return (Date.parse(date) - Date.parse(other)) / DAY_MS;
}

function offsetMs(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(at / 1_000) * 1_000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one takes as long as a hundred uses. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat("en-US", { timeZone, ...ALL_PARTS });
  clocks.set(timeZone, clock);
  return clock;
}

const ALL_PARTS = {
  calendar: "gregory",
  numberingSystem: "latn",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
} as const satisfies Intl.DateTimeFormatOptions;
