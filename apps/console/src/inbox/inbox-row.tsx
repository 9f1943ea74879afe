import type { ConversationSummary } from "@shopbell/protocol/types";
import type { KeyboardEvent } from "react";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { useRelayNow } from "../line/relay-now.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import styles from "./inbox-row.module.css";
import { lastWords } from "./row-words.ts";
import { TurnClock } from "./turn-clock.tsx";
import { useWriter } from "./use-writer.ts";
import { VisitorName } from "./visitor-name.tsx";
import { wayOf, wayWords } from "./way.ts";

/** Names of days change at midnight, not sooner. */
const DAY_STEP_MS = 60_000;

interface InboxRowProps {
  row: ConversationSummary;
  /** Its pane's number, where it lies on the board. */
  place: number | undefined;
  /** Its pane is the current one. */
  current: boolean;
  /** The one row that the Tab key reaches. */
  reachable: boolean;
  onOpen(): void;
  onReach(): void;
  /** An arrow key: to the next row, or the one before. */
  onStep(step: 1 | -1): void;
}

export function InboxRow({ row, place, current, reachable, onOpen, onReach, onStep }: InboxRowProps) {
  const { me } = useDesk();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    onStep(event.key === "ArrowDown" ? 1 : -1);
  };
  return (
    <button
      type="button"
      id={rowElementId(row.id)}
      className={styles.row}
      data-open={place !== undefined}
      data-unread={row.unread > 0}
      aria-current={current ? "true" : undefined}
      tabIndex={reachable ? 0 : -1}
      onClick={onOpen}
      onFocus={onReach}
      onKeyDown={onKeyDown}
    >
      <span className={styles.top}>
        {place !== undefined && <kbd aria-label={t("inbox.place", { place })}>{place}</kbd>}
        <span className={`${atoms.clip} ${styles.name}`}>
          <VisitorName row={row} />
        </span>
        <TurnClock row={row} />
      </span>
      <span className={`${atoms.clip} ${styles.words}`}>{lastWords(row.lastMessage, me.agent.id)}</span>
      <span className={styles.foot}>
        <Icon name={wayOf(row)} size="s" />
        <Foot row={row} />
        {row.unread > 0 && (
          <span className={styles.unread}>
            <span aria-hidden="true">{row.unread}</span>
            <span className={atoms.hidden}>{t("inbox.unread", { count: row.unread })}</span>
          </span>
        )}
      </span>
    </button>
  );
}

/** The shop somebody writes from, or the way in which they wait for an answer; and who is writing just now. */
function Foot({ row }: { row: ConversationSummary }) {
  const writer = useWriter(row.id);
  const now = useRelayNow(DAY_STEP_MS);
  const words =
    writer?.kind === "agent"
      ? t("inbox.agentWriting", { name: writer.agent.name })
      : writer
        ? t("inbox.writing", { site: row.site.name })
        : wayWords(row, now);
  return (
    <span className={atoms.clip}>
      {wayOf(row) === "callback" && <span className={atoms.hidden}>{t("way.callback")} </span>}
      {words}
    </span>
  );
}

/** The id by which the keyboard finds a row that virtua has drawn. */
export function rowElementId(id: ConversationSummary["id"]): string {
  return `row-${id}`;
}
