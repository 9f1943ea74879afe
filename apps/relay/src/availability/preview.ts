import type { OpeningHours, Preview, PreviewQuery } from "@shopbell/protocol";
import { answersBy } from "./answers-by.ts";
import { type Opening, openingAt } from "./opening-hours.ts";

/** Without announced hours a shop is never called closed. */
const NO_HOURS: Opening = { isOpen: true, opensAt: null, closesAt: null, exception: null };

/** What visitors would be told at an instant, if nobody were there. */
export function previewAt({ hours, at }: PreviewQuery, requestMinutes: number | null): Preview {
  const { isOpen, ...opening } = openingOf(hours, at);
  return {
    availability: isOpen ? "away" : "closed",
    ...opening,
    answersBy: answersBy({ hours, requestMinutes, now: at }),
  };
}

function openingOf(hours: OpeningHours | null, at: number): Opening {
  return hours === null ? NO_HOURS : openingAt(hours, at);
}
