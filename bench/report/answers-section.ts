import { ANSWERS, type AnswersCost, WORDS_EACH } from "../parts/answers.ts";
import { atMost, type Section } from "./section.ts";
import { table, tenth, whole } from "./table.ts";

/** What a search may take while somebody types. */
const ALLOWED_MS = 20;
const MEGABYTE = 1_000_000;

export function answersSection({ readMs, longestHoldMs, bytes, searches, p50Ms, p95Ms }: AnswersCost): Section {
  return {
    title: "Answers that are searched",
    body: [
      `${whole(ANSWERS)} published answers of some ${WORDS_EACH} words, half of them in a second language too, read from SQLite, and ${whole(searches)} searches by a reader of that language while questions are typed, half of them with two letters in the wrong order.`,
      table(
        ["p50, ms", "p95, ms", "reading and indexing, ms", "longest hold of others meanwhile, ms", "memory, MB"],
        [[tenth(p50Ms), tenth(p95Ms), whole(readMs), tenth(longestHoldMs), tenth(bytes / MEGABYTE)]],
      ),
    ],
    verdicts: [atMost("a search, p95 in ms", ALLOWED_MS, p95Ms, tenth)],
  };
}
