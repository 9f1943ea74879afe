import { useSyncExternalStore } from "react";
import { t } from "../i18n.ts";
import { onPreference, shortcutsOn } from "../me/preferences.ts";
import { useShortcuts } from "../shortcuts/use-shortcut.ts";
import { Icon } from "../ui/icons.tsx";
import { useMakeAnswer } from "./answers/use-make-answer.ts";
import styles from "./board.module.css";
import { Pane } from "./pane.tsx";
import type { Board } from "./use-board.ts";

/** One to four conversations side by side. */
export function BoardView({ board, phone }: { board: Board; phone: boolean }) {
  const makeAnswer = useMakeAnswer();
  const write = (index: number) => () => {
    const id = board.panes[index];
    if (id) board.open(id);
  };
  useShortcuts({ "pane-1": write(0), "pane-2": write(1), "pane-3": write(2), "pane-4": write(3) });

  if (board.panes.length === 0) return <EmptyBoard />;
  return (
    <div className={styles.board}>
      {board.panes.map((id, index) => (
        <Pane key={id} id={id} place={index + 1} board={board} phone={phone} onMakeAnswer={makeAnswer} />
      ))}
    </div>
  );
}

function EmptyBoard() {
  const shortcuts = useSyncExternalStore(onPreference, shortcutsOn);
  return (
    <div className={styles.empty}>
      <Icon name="bell" />
      <h2>{t("empty.board")}</h2>
      <p>
        {t("empty.boardWhat")} {shortcuts && t("empty.boardKeys")}
      </p>
    </div>
  );
}
