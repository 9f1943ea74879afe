import { MAX_WORDS_LENGTH } from "@shopbell/protocol/limits";
import { mask } from "./mask.ts";

/** What is kept of a search: without personal details, and alike for all who type it alike. Empty where nothing is left. */
export function searchedWords(text: string): string {
  const words = mask(text).text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  return words
    .slice(0, MAX_WORDS_LENGTH)
    .toWellFormed()
    .replace(/\uFFFD$/, "")
    .trimEnd();
}
