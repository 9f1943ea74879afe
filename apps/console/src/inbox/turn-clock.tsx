import type { ConversationSummary } from "@shopbell/protocol/types";
import { shortStamp } from "../format.ts";
import { t } from "../i18n.ts";
import { useRelayNow } from "../line/relay-now.ts";
import atoms from "../ui/atoms.module.css";
import { comingStamp } from "./coming-stamp.ts";
import styles from "./turn-clock.module.css";
import { oursWords, theirsWords } from "./turn-words.ts";
import { type Mood, whoseTurn } from "./whose-turn.ts";

interface TurnClockProps {
  row: ConversationSummary;
  /** In a pane's header there is room to say whose turn it is, where the list has a heading for it. */
  inHeader?: boolean;
}

/** Whose turn it is, in colour, shape and words. */
export function TurnClock({ row, inHeader = false }: TurnClockProps) {
  const now = useRelayNow();
  const turn = whoseTurn(row, now);
  if (turn.whose === "nobody") {
    return <span className={styles.clock}>{inHeader ? t("turn.closed") : shortStamp(turn.at, now)}</span>;
  }
  if (turn.whose === "later") {
    return <span className={styles.clock}>{t("turn.until", { when: comingStamp(turn.until, now) })}</span>;
  }
  if (turn.whose === "theirs") {
    const ago = theirsWords(turn, now);
    const inWords = turn.sinceMs < 60_000 ? t("turn.theirsNow") : t("turn.theirs", { ago });
    return <span className={styles.clock}>{inHeader ? inWords : ago}</span>;
  }
  return (
    <span className={styles.clock} data-mood={turn.mood}>
      <TurnSign mood={turn.mood} />
      <span className={atoms.hidden}>{t("turn.saysOurs")} </span>
      {oursWords(turn)}
    </span>
  );
}

/** Calm: ring with hands. Warm: half disc. Late: square with a bar. */
function TurnSign({ mood }: { mood: Mood }) {
  return (
    <svg className={styles.sign} viewBox="0 0 12 12" aria-hidden="true">
      {mood === "late" ? (
        <>
          <rect x="0.5" y="0.5" width="11" height="11" rx="2.5" fill="currentColor" />
          <path className={styles.bar} d="M6 3v3.6M6 8.9v.1" />
        </>
      ) : (
        <>
          <circle cx="6" cy="6" r="4.6" />
          {mood === "calm" ? (
            <path d="M6 3.6V6l1.5 1" />
          ) : (
            <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" stroke="none" />
          )}
        </>
      )}
    </svg>
  );
}
