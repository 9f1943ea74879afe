import { Temporal } from "temporal-polyfill";

const MINUTE_MS = 60_000;
const MINUTES_BEGIN = new Temporal.PlainDateTime(1970, 1, 1);

/** What the wall clock of a zone shows, in minutes (not whole) since it showed the first midnight of 1970. */
export function wallMinutes(timeZone: string, at: number): number {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return (at + offsetNanoseconds / 1_000_000) / MINUTE_MS;
}

/** The date on the wall, as `2026-12-24`. */
export function wallDate(timeZone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The first instant at which the wall clock shows a time. One that it jumps over comes when the jump ends. */
export function firstInstantOf(timeZone: string, minutes: number): number {
  return instantOf(timeZone, minutes, "earlier");
}

/**
 * The last instant at which the wall clock shows a time, and showed an earlier one just before. One that it jumps over comes
 * when the jump ends.
 */
export function lastEndOf(timeZone: string, minutes: number): number {
  const last = instantOf(timeZone, minutes, "later");
  // A clock that is set back to that very time shows what comes after it again, and nothing of what came before.
  const isSetBackTo = wallMinutes(timeZone, last - 1) > minutes;
  return isSetBackTo ? instantOf(timeZone, minutes, "earlier") : last;
}

function instantOf(timeZone: string, minutes: number, disambiguation: "earlier" | "later"): number {
  const wanted = MINUTES_BEGIN.add({ minutes });
  const found = wanted.toZonedDateTime(timeZone, { disambiguation });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;

  // In a jump, "earlier" is before it, as far as the jump is long: the next change of the clock is the jump itself.
  const before = wanted.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  return (before.getTimeZoneTransition("next") ?? before).epochMilliseconds;
}
