import type { Draft } from "@shopbell/client";
import { problemSentence } from "../http/problem-sentence.ts";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { Icon } from "../ui/icons.tsx";
import styles from "./draft-bubble.module.css";
import { LinkedText } from "./linked-text.tsx";

/** A text that the relay has not accepted: it looks unsent, and when it failed it says why and what can be done. */
export function DraftBubble({ draft }: { draft: Draft }) {
  const failed = draft.status === "failed";
  return (
    <div className={styles.draft}>
      <p className={styles.bubble} data-failed={failed}>
        <LinkedText text={draft.text} />
      </p>
      {failed ? (
        <NotSent draft={draft} />
      ) : (
        <span className={styles.tick}>
          <Icon name="clock" size="s" />
          {t("thread.sending")}
        </span>
      )}
    </div>
  );
}

function NotSent({ draft }: { draft: Draft }) {
  const { line } = useDesk();
  return (
    <div className={styles.tick} data-failed role="alert">
      <Icon name="warn" size="s" />
      <span>
        {t("thread.notSent")} {draft.reason && problemSentence(draft.reason)}
      </span>
      <button type="button" onClick={() => line.retry(draft.id)}>
        {t("thread.tryAgain")}
      </button>
      <button type="button" onClick={() => line.discard(draft.id)}>
        {t("thread.delete")}
      </button>
    </div>
  );
}
