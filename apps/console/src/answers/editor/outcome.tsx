import type { ConversationId, HelpCentre } from "@shopbell/protocol/types";
import { Link } from "@tanstack/react-router";
import { openParamWith } from "../../board/board-address.ts";
import { LOCALE } from "../../i18n.ts";
import sheet from "../../settings/sheet.module.css";
import { helpLink } from "../help-link.ts";
import { keptSearch } from "../kept-search.ts";
import { languageName } from "../languages.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import styles from "./notices.module.css";
import { TroubleNotice } from "./trouble-notice.tsx";
import type { Done, EditedAnswer } from "./use-answer.ts";

const LIST = new Intl.ListFormat(LOCALE);

interface OutcomeProps {
  answer: EditedAnswer;
  centre: HelpCentre;
  /** The conversation that it comes from. */
  from: string | undefined;
  /** A choice was made, whose buttons are gone. */
  onChosen(): void;
}

/** What became of the last step, beside the buttons that took it, and where to go from here. */
export function Outcome({ answer, centre, from, onChosen }: OutcomeProps) {
  const { trouble, done } = answer;
  return (
    <div className={styles.notices}>
      <div role="alert">
        {trouble?.kind === "refused" && (
          <div className={sheet.fault}>{say("editor.notSaved", { reason: trouble.why })}</div>
        )}
        {trouble && trouble.kind !== "refused" && (
          <TroubleNotice answer={answer} trouble={trouble} onChosen={onChosen} />
        )}
      </div>
      <div role="status">
        {!trouble && done && <DoneLine done={done} answer={answer} centre={centre} from={from} />}
      </div>
    </div>
  );
}

interface DoneLineProps extends Omit<OutcomeProps, "onChosen"> {
  done: Done;
}

function DoneLine({ done, answer: { text, locale, isUnsavedIn }, centre, from }: DoneLineProps) {
  const { key } = useSite();
  if (done === "restored" || done === "keptMine") {
    return (
      <p className={styles.notice} data-look="look">
        {say(`done.${done}`)}
      </p>
    );
  }
  const others = centre.locales.filter((each) => each !== locale && isUnsavedIn(each)).map(languageName);
  return (
    <div className={styles.notice} data-look="done">
      <b>{say(`done.${done}`)}</b>
      {others.length > 0 && <span>{say("done.others", { languages: LIST.format(others) })}</span>}
      {text?.published && (
        <a href={helpLink(centre, key, text)} target="_blank" rel="noreferrer">
          {say("editor.look")}
        </a>
      )}
      {from && (
        <Link
          to="/"
          search={(search) => ({ ...keptSearch(search), open: openParamWith(search.open, from as ConversationId) })}
        >
          {say("editor.backToChat")}
        </Link>
      )}
      <Link to="/answers" search={keptSearch}>
        {say("editor.backToList")}
      </Link>
    </div>
  );
}
