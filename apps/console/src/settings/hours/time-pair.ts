import type { Interval } from "@shopbell/protocol/types";
import { say } from "../words.ts";
import { fieldTime, intervalOf, minutesOf, wallTime } from "./time-words.ts";

/** Two times as they stand in their fields, perhaps not both typed yet. */
export interface TypedPair {
  from: string;
  until: string;
}

export function pairOf({ from, until }: Interval): TypedPair {
  return { from: fieldTime(from), until: fieldTime(until) };
}

/** The hours that two fields stand for, or null where they stand for none. The same time twice is a whole day at midnight only. */
export function typedInterval({ from, until }: TypedPair): Interval | null {
  const begins = minutesOf(from);
  const ends = minutesOf(until);
  if (begins === null || ends === null) return null;
  return begins === ends && begins !== 0 ? null : intervalOf(begins, ends);
}

/** Why two fields stand for no hours. Null where they do stand for some. */
export function pairFault(pair: TypedPair): string | null {
  if (typedInterval(pair) !== null) return null;
  const isWhole = pair.from !== "" && pair.until !== "";
  return isWhole ? say("typed.twice", { time: wallTime(0) }) : say("typed.missing");
}
