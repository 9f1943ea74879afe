import type { HoursException } from "@shopbell/protocol/types";
import { say } from "../words.ts";
import styles from "./exceptions.module.css";
import { dateWords, intervalWords } from "./time-words.ts";

interface ExceptionLineProps {
  exception: HoursException;
  /** Today in the shop's calendar. */
  today: string;
  /** Null where it cannot be changed. */
  onOpen: (() => void) | null;
}

/** A day that is not as usual, in the list of them. */
export function ExceptionLine({ exception: { date, name, intervals }, today, onOpen }: ExceptionLineProps) {
  const day = dateWords(date, today);
  return (
    <>
      <span className={styles.day}>{day}</span>
      <bdi className={styles.name}>{name}</bdi>
      <span className={styles.times}>
        {intervals.length === 0 ? say("week.closed") : intervals.map(intervalWords).join(", ")}
      </span>
      {onOpen && (
        <button type="button" className={styles.open} aria-label={say("exception.edit", { day })} onClick={onOpen} />
      )}
    </>
  );
}
