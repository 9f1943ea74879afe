import { createContext, type KeyboardEvent, useContext } from "react";
import { t } from "../../i18n.ts";
import { Icon } from "../../ui/icons.tsx";
import styles from "./make-answer.module.css";

/** Leads from an agent's message, by its seq, to an answer that is made of it. Null where there is no way there. */
export const MakeAnswer = createContext<((seq: number) => void) | null>(null);

interface MakeAnswerButtonProps {
  seq: number;
  /** Of a thread the latest is reached by Tab, and from there all others by arrows: the way to the composer stays short. */
  isLatest: boolean;
}

/** Seen at the latest reply; at earlier ones once they are pointed at. */
export function MakeAnswerButton({ seq, isLatest }: MakeAnswerButtonProps) {
  const make = useContext(MakeAnswer);
  if (make === null) return null;
  return (
    <button
      type="button"
      className={styles.make}
      data-latest={isLatest}
      tabIndex={isLatest ? 0 : -1}
      title={t("answers.make")}
      onClick={() => make(seq)}
      onKeyDown={goToNext}
    >
      <Icon name="plus" size="s" />
      <span>{t("answers.make")}</span>
    </button>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

function goToNext(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const log = event.currentTarget.closest("[role=log]");
  const all = [...(log?.querySelectorAll<HTMLElement>(`.${styles.make}`) ?? [])];
  all[all.indexOf(event.currentTarget) + step]?.focus();
}
