import type { HoursException, Interval } from "@shopbell/protocol/types";
import { say } from "../words.ts";
import { HOUR, overlaps, sorted } from "./day.ts";
import { pairFault, pairOf, type TypedPair, typedInterval } from "./time-pair.ts";

/** What was typed about a day that is not as usual. */
interface ExceptionAnswers {
  date: string;
  name: string;
  closed: boolean;
  pairs: readonly TypedPair[];
}

type ExceptionFaults = Record<"date" | "name" | "times", string | null>;

export const NO_FAULTS: ExceptionFaults = { date: null, name: null, times: null };

export const USUAL_TIMES: TypedPair = pairOf({ from: 9 * HOUR, until: 13 * HOUR });

/** @param exception null for a new one */
export function answersOf(exception: HoursException | null): ExceptionAnswers {
  if (exception === null) return { date: "", name: "", closed: true, pairs: [USUAL_TIMES] };
  const { date, name, intervals } = exception;
  const closed = intervals.length === 0;
  return { date, name, closed, pairs: closed ? [USUAL_TIMES] : intervals.map(pairOf) };
}

/** @param taken dates of the other exceptions */
export function faultsOf(answers: ExceptionAnswers, taken: readonly string[]): ExceptionFaults {
  return {
    date: dateFault(answers.date, taken),
    name: answers.name.trim() === "" ? say("exception.nameMissing") : null,
    times: answers.closed ? null : timesFault(answers.pairs),
  };
}

/** The day as the relay takes it, of answers without faults. */
export function exceptionOf({ date, name, closed, pairs }: ExceptionAnswers): HoursException {
  return { date, name: name.trim(), intervals: closed ? [] : intervalsOf(pairs) };
}

function dateFault(date: string, taken: readonly string[]): string | null {
  if (date === "") return say("exception.dateMissing");
  return taken.includes(date) ? say("exception.dateTwice") : null;
}

function timesFault(pairs: readonly TypedPair[]): string | null {
  const fault = pairs.map(pairFault).find((each) => each !== null);
  if (fault) return fault;
  return overlaps(intervalsOf(pairs)) ? say("typed.overlap") : null;
}

function intervalsOf(pairs: readonly TypedPair[]): Interval[] {
  return sorted(pairs.map(typedInterval).filter((interval) => interval !== null));
}

/** Days in order, with one put in, changed or taken out. */
export function withException(
  exceptions: readonly HoursException[],
  old: HoursException | null,
  changed: HoursException | null,
): HoursException[] {
  const others = exceptions.filter((each) => each !== old);
  const all = changed === null ? others : [...others, changed];
  return all.toSorted((a, b) => a.date.localeCompare(b.date));
}
