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
  const { choices, note } = useChoices(isOpen ? siteKey : undefined, words);
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
  return { choices, active, note, press, point };
}

/** What can be sent from a shop's book. Words that lead to nothing are a text, and nothing is said about them. */
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
  if (siteKey === undefined || choices.length > 0 || words !== "") return { choices, note: null };
  const error = book.error ?? centre.error;
  if (error) return { choices, note: t("answers.missing", { reason: refusalSentence(error) }) };
  return { choices, note: t(book.data && centre.data ? "answers.none" : "thread.loading") };
}
