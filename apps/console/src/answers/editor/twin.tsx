import type { AnswerBook, AnswerId } from "@shopbell/protocol/types";
import { Link } from "@tanstack/react-router";
import { keptSearch } from "../kept-search.ts";
import { folded } from "../languages.ts";
import { say } from "../words.ts";
import styles from "./notices.module.css";

/** The answer that a shop has to a question already; null where it has none, or nothing is asked yet. */
export function twinOf({ answers }: AnswerBook, locale: string, question: string): AnswerId | null {
  const asked = folded(question.trim());
  const twin = answers.find(({ texts }) =>
    texts.some((text) => text.locale === locale && asked !== "" && folded(text.question.trim()) === asked),
  );
  return twin?.id ?? null;
}

/** Two answers to one question would both be found. */
export function Twin({ id }: { id: AnswerId }) {
  return (
    <p className={`${styles.notice} ${styles.masked}`} data-look="look" role="status">
      {say("editor.twin")}
      <Link to="/answers/$answerId" params={{ answerId: id }} search={keptSearch}>
        {say("editor.twinOpen")}
      </Link>
    </p>
  );
}
