import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { bookQuery, centreQuery } from "../../answers/queries.ts";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { t } from "../../i18n.ts";
import { menuKey } from "../composer-key.ts";
import { type AnswerChoice, answerChoices } from "./answer-choices.ts";
import { slashBefore } from "./slash.ts";

const FRESH_MS = 60_000;
const NONE: readonly AnswerChoice[] = [];

/** The list of answers that a slash opens, as it is shown above the composer. */
export interface AnswerMenuState {
  readonly choices: readonly AnswerChoice[];
  /** Which of them Enter takes. */
  readonly active: number;
  /** What is said in place of choices; null where there is nothing to say. */
  readonly note: string | null;
  /** The text begins with words that are searched for: they are not for the visitor, and Enter sends nothing. */
  readonly holds: boolean;
  /** Does what a key does in the list. Returns whether it does anything there. */
  press(key: KeyboardEvent): boolean;
  point(index: number): void;
}

/**
 * Follows a slash in the composer.
 *
 * @param siteKey whose answers they are; undefined while that is not known
 */
export function useAnswerMenu(
  siteKey: string | undefined,
  text: string,
  caret: number,
  onChoose: (choice: AnswerChoice) => void,
): AnswerMenuState {
  const slash = slashBefore(text, caret);
  const words = slash?.words ?? "";
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [pointed, setPointed] = useState({ words: "", index: 0 });
  // Another slash, later, opens it again.
  if (slash === null && closedAt !== null) setClosedAt(null);

  const isOpen = slash !== null && slash.at !== closedAt;
  const holds = isOpen && text.slice(0, slash.at).trim() === "";
  const { choices, state } = useChoices(isOpen ? siteKey : undefined, words);
  const isSaid = isOpen && choices.length === 0 && (holds || words === "");
  const note = isSaid ? noteOf(state, words) : null;
  const active = pointed.words === words ? Math.min(pointed.index, choices.length - 1) : 0;
  const point = (index: number) => setPointed({ words, index: (index + choices.length) % choices.length });

  const acts = {
    up: () => point(active - 1),
    down: () => point(active + 1),
    choose: () => {
      const choice = choices[active];
      if (choice) onChoose(choice);
    },
    close: () => setClosedAt(slash?.at ?? null),
  };
  const press = (event: KeyboardEvent) => {
    const key = menuKey(event);
    const isShown = choices.length > 0 || (key === "close" && note !== null);
    if (key === null || !isShown) return false;
    acts[key]();
    return true;
  };
  return { choices, active, note, holds, press, point };
}

/** Whether a shop's book has come. */
type BookState = "coming" | "come" | { error: Error };

/** What can be sent from a shop's book. */
function useChoices(siteKey: string | undefined, words: string) {
  const shared = { enabled: siteKey !== undefined, staleTime: FRESH_MS };
  const book = useQuery({ ...bookQuery(siteKey ?? ""), ...shared });
  const centre = useQuery({ ...centreQuery(siteKey ?? ""), ...shared });
  const choices = useMemo(
    () =>
      siteKey && book.data && centre.data
        ? answerChoices(book.data, { key: siteKey, centre: centre.data }, words)
        : NONE,
    [siteKey, book.data, centre.data, words],
  );
  const error = book.error ?? centre.error;
  const state: BookState = error ? { error } : book.data && centre.data ? "come" : "coming";
  return { choices, state };
}

/** What is said where there is nothing to choose. */
function noteOf(state: BookState, words: string): string {
  if (state === "coming") return t("answers.coming");
  if (state !== "come") return t("answers.missing", { reason: refusalSentence(state.error) });
  return t(words === "" ? "answers.none" : "answers.noMatch");
}
