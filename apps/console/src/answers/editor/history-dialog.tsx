import { Dialog } from "@base-ui/react/dialog";
import type { AnswerHistory, AnswerId } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { stamp } from "../../format.ts";
import { useDesk } from "../../line/desk.tsx";
import { NotLoaded } from "../../settings/not-loaded.tsx";
import atoms from "../../ui/atoms.module.css";
import dialog from "../../ui/dialog.module.css";
import { Icon } from "../../ui/icons.tsx";
import { languageName } from "../languages.ts";
import { historyQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import styles from "./history-dialog.module.css";
import type { TypedText } from "./typed-answer.ts";

type Version = AnswerHistory["versions"][number];

interface HistoryDialogProps {
  open: boolean;
  id: AnswerId;
  locale: string;
  onClose(): void;
  /** Puts a version into the editor, where it is not saved yet. */
  onRestore(text: TypedText): void;
}

/** What one language of an answer said before, by whom, and how to have it back. */
export function HistoryDialog({ open, locale, onClose, ...versions }: HistoryDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup className={`${dialog.popup} ${styles.popup}`}>
          <div className={styles.head}>
            <Dialog.Title className={dialog.title}>
              {say("history.title", { language: languageName(locale) })}
            </Dialog.Title>
            <Dialog.Close className={atoms.iconButton} aria-label={say("answers.close")}>
              <Icon name="close" size="s" />
            </Dialog.Close>
          </div>
          <Versions locale={locale} {...versions} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Versions({ id, locale, onRestore }: Pick<HistoryDialogProps, "id" | "locale" | "onRestore">) {
  const query = useQuery(historyQuery(useSite().key, id, locale));
  if (!query.data) return <NotLoaded query={query} />;
  const { versions } = query.data;
  if (versions.length === 0) return <p>{say("history.empty")}</p>;
  return (
    <ol className={styles.versions}>
      {versions.map((version) => (
        <VersionLine key={version.version} version={version} onRestore={onRestore} />
      ))}
    </ol>
  );
}

function VersionLine({ version, onRestore }: { version: Version; onRestore: HistoryDialogProps["onRestore"] }) {
  const { question, source, published, at, by } = version;
  const when = stamp(at, useDesk().clock.now());
  return (
    <li className={styles.version}>
      <p className={atoms.meta}>
        {by === null ? when : say("history.by", { when, name: by })} ·{" "}
        {say(published ? "state.published" : "state.draft")}
      </p>
      <details>
        <summary dir="auto">{question}</summary>
        <p className={styles.source} dir="auto">
          {source}
        </p>
      </details>
      <button type="button" className={atoms.button} onClick={() => onRestore({ question, source })}>
        {say("history.restore")}
      </button>
    </li>
  );
}
