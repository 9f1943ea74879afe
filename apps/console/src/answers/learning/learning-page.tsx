import type { Learning } from "@shopbell/protocol/types";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LOCALE } from "../../i18n.ts";
import { NotLoaded } from "../../settings/not-loaded.tsx";
import { Select } from "../../settings/select.tsx";
import { SiteSelect } from "../../settings/site-select.tsx";
import { AnswersPage } from "../answers-page.tsx";
import { learningQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import { DownRow, SavedRow } from "./answer-rows.tsx";
import { LearningList } from "./learning-list.tsx";
import styles from "./learning-page.module.css";
import { WordsRow } from "./words-row.tsx";

const PERIODS = [7, 30, 90] as const;

/** What visitors looked for, how it ended, and what to do about each of it. */
export function LearningPage() {
  const site = useSite();
  const [days, setDays] = useState<number>(30);
  const query = useQuery({ ...learningQuery(site.key, days), placeholderData: keepPreviousData });
  const actions = (
    <>
      <SiteSelect />
      <Select
        label={say("learning.period")}
        value={`${days}`}
        choices={PERIODS.map((count) => ({ value: `${count}`, label: say("learning.days", { count }) }))}
        onChoose={(value) => setDays(Number(value))}
      />
    </>
  );
  return (
    <AnswersPage title={say("learning.title")} what={say("learning.what")} actions={actions}>
      {query.data ? <Lists learning={query.data} /> : <NotLoaded query={query} />}
    </AnswersPage>
  );
}

function Lists({ learning: { searches, missing, chats, down, saved } }: { learning: Learning }) {
  return (
    <div className={styles.lists}>
      {searches === 0 && <p>{say("learning.none")}</p>}
      <dl className={styles.figures}>
        <Figure label={say("learning.searches")} count={searches} />
        <Figure label={say("learning.missed")} count={missing.reduce((sum, { times }) => sum + times, 0)} />
        <Figure label={say("learning.savedChats")} count={saved.total} />
      </dl>
      <LearningList title={say("missing.title")} what={say("missing.what")} empty={say("missing.empty")}>
        {missing.map((words) => (
          <WordsRow key={`${words.locale} ${words.words}`} words={words} />
        ))}
      </LearningList>
      <LearningList title={say("chats.title")} what={say("chats.what")} empty={say("chats.empty")}>
        {chats.map((words) => (
          <WordsRow key={`${words.locale} ${words.words}`} words={words} />
        ))}
      </LearningList>
      <LearningList title={say("down.title")} what={say("down.what")} empty={say("down.empty")}>
        {down.map((answer) => (
          <DownRow key={`${answer.locale} ${answer.id}`} answer={answer} />
        ))}
      </LearningList>
      <LearningList title={say("savers.title")} what={say("savers.what")} empty={say("savers.empty")}>
        {saved.answers.map((answer) => (
          <SavedRow key={answer.id} answer={answer} />
        ))}
      </LearningList>
    </div>
  );
}

const COUNT = new Intl.NumberFormat(LOCALE);

function Figure({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{COUNT.format(count)}</dd>
    </div>
  );
}
