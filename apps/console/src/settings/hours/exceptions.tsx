import type { HoursException } from "@shopbell/protocol/types";
import { useState } from "react";
import atoms from "../../ui/atoms.module.css";
import { Icon } from "../../ui/icons.tsx";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import { withException } from "./exception-answers.ts";
import { ExceptionForm } from "./exception-form.tsx";
import styles from "./exceptions.module.css";
import { dateWords, intervalWords } from "./time-words.ts";

interface ExceptionsProps {
  exceptions: readonly HoursException[];
  /** Today in the shop's calendar, and the day that the preview is of. */
  today: string;
  previewed: string;
  readOnly: boolean;
  onChange(exceptions: HoursException[]): void;
}

/** Days that are not as usual: those to come, and behind them those that are past. */
export function Exceptions({ exceptions, today, previewed, readOnly, onChange }: ExceptionsProps) {
  const [open, setOpen] = useState<HoursException | "new" | null>(null);
  const past = exceptions.filter(({ date }) => date < today);
  const coming = exceptions.filter(({ date }) => date >= today);

  const form = (exception: HoursException | null) => {
    const finish = (changed: HoursException | null) => {
      onChange(withException(exceptions, exception, changed));
      setOpen(null);
    };
    const others = exceptions.filter((each) => each !== exception);
    return (
      <ExceptionForm
        exception={exception}
        taken={others.map(({ date }) => date)}
        onDone={finish}
        onRemove={() => finish(null)}
        onClose={() => setOpen(null)}
      />
    );
  };
  const line = (exception: HoursException) => (
    <li key={exception.date} className={styles.line} data-previewed={exception.date === previewed}>
      {open === exception ? (
        form(exception)
      ) : (
        <ExceptionLine exception={exception} today={today} onOpen={readOnly ? null : () => setOpen(exception)} />
      )}
    </li>
  );
  return (
    <section className={sheet.sheet}>
      <div className={sheet.head}>
        <h2>{say("exception.title")}</h2>
        {!readOnly && (
          <button type="button" className={atoms.button} data-look="quiet" onClick={() => setOpen("new")}>
            <Icon name="plus" size="s" />
            {say("exception.add")}
          </button>
        )}
      </div>
      {open === "new" && form(null)}
      {exceptions.length === 0 && open === null && <p className={sheet.note}>{say("exception.empty")}</p>}
      <ul>{coming.map(line)}</ul>
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{say("exception.past", { count: past.length })}</summary>
          <ul>{past.map(line)}</ul>
        </details>
      )}
    </section>
  );
}

interface ExceptionLineProps {
  exception: HoursException;
  today: string;
  onOpen: (() => void) | null;
}

function ExceptionLine({ exception: { date, name, intervals }, today, onOpen }: ExceptionLineProps) {
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
