/** Until when somebody puts something off, in their own day. */
export type SnoozeChoice = {
  readonly name: "hour" | "afternoon" | "tomorrow" | "monday";
  readonly until: number;
};

const HOUR_MS = 3_600_000;
const MORNING = 9;
const AFTERNOON = 14;
const MONDAY = 1;
const DAYS_AHEAD_MAX = 365;

/** The times that are offered now: in one hour, this afternoon while it lies ahead, tomorrow morning, and Monday morning unless that is the same. */
export function snoozeChoices(now: number): SnoozeChoice[] {
  const afternoon = dayAt(now, 0, AFTERNOON);
  const tomorrow = dayAt(now, 1, MORNING);
  const monday = dayAt(now, daysUntilMonday(now), MORNING);
  return [
    { name: "hour", until: now + HOUR_MS },
    ...(afternoon > now + HOUR_MS ? [{ name: "afternoon", until: afternoon } as const] : []),
    { name: "tomorrow", until: tomorrow },
    ...(monday === tomorrow ? [] : [{ name: "monday", until: monday } as const]),
  ];
}

/** Calendar days are counted, not hours: nine in the morning stays nine in the morning when the clocks change. */
function dayAt(now: number, daysAhead: number, hour: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + daysAhead);
  return day.setHours(hour, 0, 0, 0);
}

function daysUntilMonday(now: number): number {
  return (MONDAY - new Date(now).getDay() + 7) % 7 || 7;
}

/** An instant as a box for day and time writes it, in the reader's zone: `2026-11-23T09:00`. */
export function boxValue(at: number): string {
  const day = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  const date = [String(day.getFullYear()), two(day.getMonth() + 1), two(day.getDate())].join("-");
  return `${date}T${two(day.getHours())}:${two(day.getMinutes())}`;
}

/** The instant in such a box, or null where there is none, it has passed, or lies more than a year ahead. */
export function pickedInstant(value: string, now: number): number | null {
  const at = new Date(value).getTime();
  return at > now && at <= dayAt(now, DAYS_AHEAD_MAX, 0) ? at : null;
}
