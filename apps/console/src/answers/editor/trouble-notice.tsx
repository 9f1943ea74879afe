import type { WrittenAnswer } from "@shopbell/protocol/types";
import atoms from "../../ui/atoms.module.css";
import { say } from "../words.ts";
import { HistoryButton } from "./history-button.tsx";
import styles from "./notices.module.css";
import type { EditedAnswer } from "./use-answer.ts";
import type { Trouble } from "./use-saving.ts";

interface TroubleNoticeProps {
  answer: EditedAnswer;
  trouble: Exclude<Trouble, { kind: "refused" }>;
  /** A choice was made, whose buttons are gone. */
  onChosen(): void;
}

/** Somebody else has changed or deleted what is being written: who, and the ways on. */
export function TroubleNotice({ answer, trouble, onChosen }: TroubleNoticeProps) {
  if (trouble.kind === "changed") return <Changed answer={answer} theirs={trouble.theirs} onChosen={onChosen} />;
  return (
    <div className={styles.notice} data-look="look">
      <p>{say("editor.deleted")}</p>
      <button
        type="button"
        className={atoms.button}
        onClick={() => {
          answer.saveAsNew();
          onChosen();
        }}
      >
        {say("editor.saveAsNew")}
      </button>
    </div>
  );
}

interface ChangedProps extends Pick<TroubleNoticeProps, "answer" | "onChosen"> {
  theirs: WrittenAnswer;
}

function Changed({ answer, theirs, onChosen }: ChangedProps) {
  const choose = (choice: (theirs: WrittenAnswer) => void) => () => {
    choice(theirs);
    onChosen();
  };
  const name = lastWriter(theirs);
  return (
    <div className={styles.notice} data-look="look">
      <p>{name === null ? say("editor.conflict") : say("editor.conflictBy", { name })}</p>
      <HistoryButton answer={answer} id={theirs.id} label={say("editor.lookAtTheirs")} />
      <button type="button" className={atoms.button} onClick={choose(answer.keepMine)}>
        {say("editor.keepMine")}
      </button>
      <button type="button" className={atoms.button} onClick={choose(answer.loadTheirs)}>
        {say("editor.loadTheirs")}
      </button>
    </div>
  );
}

/** Whoever changed any language of it last. */
function lastWriter({ texts }: WrittenAnswer): string | null {
  const [last] = texts.toSorted((a, b) => b.changedAt - a.changedAt);
  return last?.changedBy ?? null;
}
