import type { ConversationId } from "@shopbell/protocol/types";
import { useEffect, useRef } from "react";
import { t } from "../i18n.ts";
import { visitorLabel, visitorName } from "../inbox/row-words.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import { Composer } from "./composer.tsx";
import { MissingThread } from "./missing-thread.tsx";
import styles from "./pane.module.css";
import { PaneActions } from "./pane-actions.tsx";
import { PaneHeader } from "./pane-header.tsx";
import { ThreadView } from "./thread-view.tsx";
import type { Board } from "./use-board.ts";
import { useConversationRow } from "./use-conversation-row.ts";

interface PaneProps {
  id: ConversationId;
  place: number;
  board: Board;
  phone: boolean;
}

/** One conversation on the board. It is watched while it lies there. */
export function Pane({ id, place, board, phone }: PaneProps) {
  const { line } = useDesk();
  const section = useRef<HTMLElement>(null);
  const thread = useLineState((state) => state.threads[id]);
  const row = useConversationRow(id);
  const name = row ? visitorName(row) : t("pane.conversation");
  const label = row ? visitorLabel(row) : name;
  const current = board.current === id;
  const wish = board.wish?.id === id ? board.wish : null;
  const aside = () => board.close(id);

  useEffect(() => {
    line.open(id);
    return () => line.leave(id);
  }, [line, id]);
  useEffect(() => {
    if (wish?.on === "pane") section.current?.focus();
  }, [wish]);

  return (
    <section
      ref={section}
      className={styles.pane}
      data-current={current && !phone}
      data-phone={phone}
      aria-label={label}
      tabIndex={-1}
      onFocus={() => board.touch(id)}
      onPointerDown={() => board.touch(id)}
    >
      <PaneHeader row={row} place={phone ? null : place} onBack={aside}>
        {row && <PaneActions row={row} phone={phone} current={current} onAside={aside} />}
      </PaneHeader>
      {thread?.missing ? (
        <MissingThread onAside={aside} />
      ) : (
        <>
          <ThreadView id={id} row={row} name={name} label={label} thread={thread} current={current} />
          <Composer id={id} row={row} name={name} label={label} wish={wish} onLeave={() => section.current?.focus()} />
        </>
      )}
    </section>
  );
}
