import type { Interval } from "@shopbell/protocol/types";
import { fieldTime, intervalOf, minutesOf } from "./time-words.ts";

/** Two times as they stand in their fields, perhaps not both typed yet. */
export interface TypedPair {
  from: string;
  until: string;
}

export function pairOf({ from, until }: Interval): TypedPair {
  return { from: fieldTime(from), until: fieldTime(until) };
}

/** The hours that two fields stand for, or null while one is empty. */
export function typedInterval({ from, until }: TypedPair): Interval | null {
  const begins = minutesOf(from);
  const ends = minutesOf(until);
  return begins === null || ends === null ? null : intervalOf(begins, ends);
}
