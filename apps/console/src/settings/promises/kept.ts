import type { Kept } from "@shopbell/protocol/types";

/** Minutes that were announced open, and how many of them somebody was there, over all days. */
export function hoursKept({ days }: Kept): { announced: number; kept: number } {
  return {
    announced: days.reduce((sum, { announced }) => sum + announced, 0),
    kept: days.reduce((sum, { kept }) => sum + kept, 0),
  };
}

/** Days on which anything was announced, newest first. */
export function announcedDays({ days }: Kept): Kept["days"] {
  return days.filter(({ announced }) => announced > 0).toSorted((a, b) => b.day.localeCompare(a.day));
}
