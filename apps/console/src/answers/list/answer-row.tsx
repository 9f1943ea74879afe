import type { WrittenAnswer } from "@shopbell/protocol/types";
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import atoms from "../../ui/atoms.module.css";
import { Icon } from "../../ui/icons.tsx";
import { keptSearch } from "../kept-search.ts";
import { languageName, textIn } from "../languages.ts";
import { LocaleSign } from "../locale-sign.tsx";
import { say } from "../words.ts";
import styles from "./answer-group.module.css";

interface AnswerRowProps {
  answer: WrittenAnswer;
  locales: readonly string[];
  place: { isFirst: boolean; isLast: boolean };
  /** Null where it cannot be moved. */
  onMove: ((by: -1 | 1) => void) | null;
}

/** One answer: its question, how far each language is, and what readers think of it. Alt and an arrow moves it. */
export function AnswerRow({ answer, locales, place, onMove }: AnswerRowProps) {
  const text = textIn(answer, locales);
  const question = text?.question ?? "";
  const moveOnArrow = ({ key, altKey }: KeyboardEvent) => {
    if (altKey && key === "ArrowUp") onMove?.(-1);
    if (altKey && key === "ArrowDown") onMove?.(1);
  };
  return (
    <li className={styles.row} onKeyDown={moveOnArrow}>
      <Link
        to="/answers/$answerId"
        params={{ answerId: answer.id }}
        search={keptSearch}
        className={styles.question}
        lang={text?.locale}
        dir="auto"
      >
        {question}
      </Link>
      <span className={styles.languages}>
        {locales.map((locale) => (
          <span key={locale} title={languageName(locale)}>
            {locales.length > 1 && <span className={styles.locale}>{locale}</span>}
            <LocaleSign quiet text={answer.texts.find((each) => each.locale === locale)} />
          </span>
        ))}
      </span>
      <Votes {...answer.votes} />
      {onMove && (
        <span className={styles.moves}>
          <button
            type="button"
            className={atoms.iconButton}
            aria-label={say("list.up", { question })}
            disabled={place.isFirst}
            onClick={() => onMove(-1)}
          >
            <Icon name="up" size="s" />
          </button>
          <button
            type="button"
            className={atoms.iconButton}
            aria-label={say("list.down", { question })}
            disabled={place.isLast}
            onClick={() => onMove(1)}
          >
            <Icon name="down" size="s" />
          </button>
        </span>
      )}
    </li>
  );
}

function Votes({ up, down }: WrittenAnswer["votes"]) {
  const all = up + down;
  return <span className={styles.votes}>{all === 0 ? say("votes.none") : say("votes.useful", { up, all })}</span>;
}
