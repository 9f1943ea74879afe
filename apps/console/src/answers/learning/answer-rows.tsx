import type { AnswerId, Learning } from "@shopbell/protocol/types";
import { Link } from "@tanstack/react-router";
import atoms from "../../ui/atoms.module.css";
import { keptSearch } from "../kept-search.ts";
import { languageName } from "../languages.ts";
import { say } from "../words.ts";
import styles from "./learning-page.module.css";

/** An answer that readers said was not useful. */
export function DownRow({ answer: { id, question, locale, up, down, words } }: { answer: Learning["down"][number] }) {
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <b lang={locale} dir="auto">
          {question}
        </b>
        <p className={atoms.meta}>
          {say("down.votes", { count: down, all: up + down })} · {languageName(locale)}
        </p>
        {words.length > 0 && <p className={atoms.meta}>{say("down.words", { words: words.join(" · ") })}</p>}
      </div>
      <OpenAnswer id={id} locale={locale} />
    </li>
  );
}

/** An answer that ended searches without a chat. */
export function SavedRow({ answer: { id, question, times } }: { answer: Learning["saved"]["answers"][number] }) {
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <b dir="auto">{question}</b>
        <p className={atoms.meta}>{say("savers.times", { count: times })}</p>
      </div>
      <OpenAnswer id={id} locale={undefined} />
    </li>
  );
}

function OpenAnswer({ id, locale }: { id: AnswerId; locale: string | undefined }) {
  return (
    <Link
      to="/answers/$answerId"
      params={{ answerId: id }}
      search={(search) => ({ ...keptSearch(search), locale })}
      className={atoms.button}
    >
      {say("learning.open")}
    </Link>
  );
}
