import type { SearchedWords } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { openParamWith } from "../../board/board-address.ts";
import { stamp } from "../../format.ts";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { useDesk } from "../../line/desk.tsx";
import atoms from "../../ui/atoms.module.css";
import { showToast } from "../../ui/toasts.tsx";
import { keptSearch } from "../kept-search.ts";
import { languageName } from "../languages.ts";
import { doneWith } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import { AddToAnswer } from "./add-to-answer.tsx";
import styles from "./learning-page.module.css";

/** Words that visitors searched, with what can be done about them. */
export function WordsRow({ words: { words, locale, times, lastAt, conversation } }: { words: SearchedWords }) {
  const { key } = useSite();
  const queries = useQueryClient();
  const [adds, setAdds] = useState(false);
  const done = useMutation({
    mutationFn: () => doneWith(key, words, locale),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["site", key, "learning"] }),
    onError: (error) => showToast(say("learning.failed", { reason: refusalSentence(error) })),
  });
  const when = stamp(lastAt, useDesk().clock.now());
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <b lang={locale} dir="auto">
          {words}
        </b>
        <p className={atoms.meta}>
          {say("learning.times", { count: times })} · {say("learning.last", { when })} · {languageName(locale)}
        </p>
      </div>
      <span className={styles.actions}>
        <Link
          to="/answers/$answerId"
          params={{ answerId: "new" }}
          search={(search) => ({ ...keptSearch(search), question: words, locale })}
          className={atoms.button}
        >
          {say("learning.write")}
        </Link>
        <button type="button" className={atoms.button} onClick={() => setAdds(true)}>
          {say("learning.add")}
        </button>
        {conversation && (
          <Link
            to="/"
            search={(search) => ({ ...keptSearch(search), open: openParamWith(search.open, conversation.id) })}
            className={atoms.button}
          >
            {say("learning.chat", { number: conversation.number })}
          </Link>
        )}
        <button
          type="button"
          className={atoms.button}
          data-look="quiet"
          aria-disabled={done.isPending}
          onClick={() => done.isPending || done.mutate()}
        >
          {say("learning.done")}
        </button>
      </span>
      <AddToAnswer
        open={adds}
        words={words}
        locale={locale}
        onClose={() => setAdds(false)}
        onAdded={() => {
          setAdds(false);
          done.mutate();
        }}
      />
    </li>
  );
}
