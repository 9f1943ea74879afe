import type { OpeningHours } from "@shopbell/protocol";
import { openMinutesAfter } from "./opening-hours.ts";

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

/** What an owner promised of requests, and when one is made. */
export interface Promised {
  readonly hours: OpeningHours | null;
  /** Opening minutes until a person answers; of the clock where no hours are announced. */
  readonly requestMinutes: number | null;
  readonly now: number;
}

/**
 * By when a person answers what is written now, on a quarter of an hour and never before the promised time.
 * Null where nothing was promised, and where it does not open long enough within a year to keep it.
 */
export function answersBy({ hours, requestMinutes, now }: Promised): number | null {
  if (requestMinutes === null) return null;
  const due = hours === null ? now + requestMinutes * MINUTE_MS : openMinutesAfter(hours, now, requestMinutes);
  return due === null ? null : Math.ceil(due / QUARTER_MS) * QUARTER_MS;
}
