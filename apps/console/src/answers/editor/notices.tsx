import type { AnswerText, ConversationId, HelpCentre } from "@shopbell/protocol/types";
import { Link } from "@tanstack/react-router";
import { openParamWith } from "../../board/board-address.ts";
import sheet from "../../settings/sheet.module.css";
import atoms from "../../ui/atoms.module.css";
import { helpLink } from "../help-link.ts";
import { keptSearch } from "../kept-search.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import styles from "./notices.module.css";
import type { EditedAnswer, Saved } from "./use-answer.ts";

interface NoticesProps {
  answer: EditedAnswer;
  masked: number | null;
  centre: HelpCentre;
  /** The conversation that it comes from. */
  from: string | undefined;
}

/** What there is to know before going on: what was masked, what became of the last save, and where to go from here. */
export function Notices({ answer, masked, centre, from }: NoticesProps) {
  const { fault, isConflict, saved, stored } = answer;
  return (
    <div className={styles.notices}>
      {stored === null && masked !== null && <Masked count={masked} />}
      <div role="alert">
        {fault && <p className={sheet.fault}>{say("editor.notSaved", { reason: fault })}</p>}
        {isConflict && <Conflict answer={answer} />}
      </div>
      <div role="status">{saved && <SavedLine saved={saved} text={answer.text} centre={centre} from={from} />}</div>
    </div>
  );
}

function Masked({ count }: { count: number }) {
  return (
    <p className={styles.notice} data-look="look">
      {count === 0 ? say("editor.maskedNone") : say("editor.masked", { count })}
    </p>
  );
}

function Conflict({ answer: { isSaving, keepMine, loadTheirs } }: { answer: EditedAnswer }) {
  return (
    <div className={styles.notice} data-look="look">
      <p>{say("editor.conflict")}</p>
      <button type="button" className={atoms.button} disabled={isSaving} onClick={keepMine}>
        {say("editor.keepMine")}
      </button>
      <button type="button" className={atoms.button} disabled={isSaving} onClick={loadTheirs}>
        {say("editor.loadTheirs")}
      </button>
    </div>
  );
}

interface SavedLineProps extends Pick<NoticesProps, "centre" | "from"> {
  saved: Saved;
  text: AnswerText | undefined;
}

function SavedLine({ saved, text, centre, from }: SavedLineProps) {
  const { key } = useSite();
  return (
    <div className={styles.notice} data-look="done">
      <b>{say(`saved.${saved}`)}</b>
      {saved === "published" && text && (
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
