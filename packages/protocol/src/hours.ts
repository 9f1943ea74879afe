import * as z from "zod";

const DAY_MINUTES = 1_440;
/** Intervals of one day, and days that are not as usual. */
const MAX_INTERVALS = 8;
const MAX_EXCEPTIONS = 400;

/**
 * Minutes of local time since the midnight that begins its day. `until` beyond 1,440 is past midnight, at most a day after `from`.
 * On a day with a clock change the times are still those on the wall.
 */
export const Interval = z
  .strictObject({
    from: z
      .int()
      .min(0)
      .max(DAY_MINUTES - 1),
    until: z
      .int()
      .min(1)
      .max(2 * DAY_MINUTES),
  })
  .refine(({ from, until }) => until > from && until - from <= DAY_MINUTES, "must end after it begins, within a day");
export type Interval = z.infer<typeof Interval>;

/** Intervals of one day in order, without overlaps. */
const Intervals = z
  .array(Interval)
  .max(MAX_INTERVALS)
  .refine(
    (intervals) => intervals.every(({ from }, index) => index === 0 || from >= (intervals[index - 1]?.until ?? 0)),
    "must be in order and must not overlap",
  );

/** `2026-12-24`, of a day that exists. */
const CalendarDate = z.iso.date();

/** A day that is not as its weekday: a holiday has no intervals. What began the evening before goes on into it. */
export const HoursException = z.strictObject({
  date: CalendarDate,
  name: z.string().trim().min(1).max(80),
  intervals: Intervals,
});
export type HoursException = z.infer<typeof HoursException>;

/** An IANA zone that this machine knows. */
const TimeZone = z.string().max(64).refine(isTimeZone, "is not a time zone");

function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false; // RangeError
  }
}

/** When a shop promises that somebody is there. */
export const OpeningHours = z.strictObject({
  timeZone: TimeZone,
  /** Monday first. */
  week: z.array(Intervals).length(7),
  exceptions: z
    .array(HoursException)
    .max(MAX_EXCEPTIONS)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, "must name each day once"),
});
export type OpeningHours = z.infer<typeof OpeningHours>;
