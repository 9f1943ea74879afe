import { csvOf } from "../../ui/csv.ts";
import { languageName } from "../languages.ts";
import { say } from "../words.ts";

const COLUMNS = ["id", "locale", "category", "question", "answer", "published", "paths", "keywords"];

/**
 * A file to begin with: one answer in each of the shop's languages, as drafts.
 *
 * @param id of the answer, a UUID: its languages share it
 */
export function exampleCsv(id: string, locales: readonly string[]): string {
  const rows = locales.map((locale) => {
    const text = say("example.in", { language: languageName(locale) });
    const question = `${say("example.question")} ${text}`;
    return [id, locale, say("example.category"), question, say("example.answer"), "no", "/gifts/*", "wrapping\nbow"];
  });
  return csvOf([COLUMNS, ...rows]);
}
