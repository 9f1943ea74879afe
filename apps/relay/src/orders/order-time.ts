import { Instant } from "@shopbell/protocol";
import { Temporal } from "temporal-polyfill";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?) ?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The instant that somebody wrote into a table: `2026-11-20 14:30` by the shop's clocks, or with a zone, `2026-11-20T14:30+01:00`.
 * A day alone is its noon, which is the same day for readers in neighbouring zones. Undefined where it is none.
 */
export function instantIn(written: string, timeZone: string): number | undefined {
  const [, day, time, zone] = DAY.test(written) ? ["", written, "12:00"] : (TIME.exec(written) ?? []);
  if (day === undefined || time === undefined) return undefined;
  return Instant.safeParse(momentOf(day, time, zone ?? `[${timeZone}]`)).data;
}

/** @param zone an offset, or a time zone in brackets */
function momentOf(day: string, time: string, zone: string): number | undefined {
  try {
    return zone.startsWith("[")
      ? Temporal.ZonedDateTime.from(`${day}T${time}${zone}`).epochMilliseconds
      : Temporal.Instant.from(`${day}T${time}${zone}`).epochMilliseconds;
  } catch {
    return undefined; // looks like a time, as 30 February does
  }
}
