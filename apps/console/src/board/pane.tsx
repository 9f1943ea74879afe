import type { ConversationId, ConversationSummary } from "@shopbell/protocol/types";
import { lazy, Suspense, useEffect, useRef } from "react";
import { t } from "../i18n.ts";
import { visitorLabel, visitorName } from "../inbox/row-words.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import { MakeAnswer } from "./answers/make-answer.tsx";
import { Composer } from "./composer.tsx";
import type { ComposerHandle } from "./composer-box.tsx";
import { MissingThread } from "./missing-thread.tsx";
import { usePaneOrders } from "./orders/use-pane-orders.ts";
import styles from "./pane.module.css";
import { PaneActions } from "./pane-actions.tsx";
import { PaneHeader } from "./pane-header.tsx";
import { ThreadView } from "./thread-view.tsx";
import type { Board } from "./use-board.ts";
import { useConversationRow } from "./use-conversation-row.ts";

const PaneOrders = lazy(async () => ({ default: (await import("./orders/pane-orders.tsx")).PaneOrders }));

interface PaneProps {
  id: ConversationId;
  place: number;
  board: Board;
  phone: boolean;
  /** Goes to a new answer that is made of an agent's message. */
  onMakeAnswer(row: ConversationSummary, seq: number): void;
}

/** One conversation on the board. It is watched while it lies there. */
export function Pane({ id, place, board, phone, onMakeAnswer }: PaneProps) {
  const { line } = useDesk();
  const section = useRef<HTMLElement>(null);
  const thread = useLineState((state) => state.threads[id]);
  const row = useConversationRow(id);
  const name = row ? visitorName(row) : t("pane.conversation");
  const label = row ? visitorLabel(row) : name;
  const current = board.current === id;
  const wish = board.wish?.id === id ? board.wish : null;
  const aside = () => board.close(id);
  const orders = usePaneOrders(id);
  const composer = useRef<ComposerHandle>(null);
  const reply = (sentence: string) => composer.current?.add(sentence);
  const makeAnswer = row ? (seq: number) => onMakeAnswer(row, seq) : null;

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
      <PaneHeader row={row} place={phone ? null : place} onBack={aside} orders={orders}>
        {row && <PaneActions row={row} phone={phone} current={current} onAside={aside} />}
      </PaneHeader>
      {thread?.missing ? (
        <MissingThread onAside={aside} />
      ) : (
        <>
          {orders?.isOpen && (
            <Suspense>
              <PaneOrders
                panelId={orders.panelId}
                id={id}
                own={orders.own}
                onReply={row?.state === "closed" ? undefined : reply}
              />
            </Suspense>
          )}
          <MakeAnswer value={makeAnswer}>
            <ThreadView id={id} row={row} name={name} label={label} thread={thread} current={current} />
          </MakeAnswer>
          <Composer
            box={composer}
            id={id}
            row={row}
            name={name}
            label={label}
            wish={wish}
            onLeave={() => section.current?.focus()}
          />
        </>
      )}
    </section>
  );
}
