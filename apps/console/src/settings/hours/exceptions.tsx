import type { HoursException } from "@shopbell/protocol/types";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import atoms from "../../ui/atoms.module.css";
import { Icon } from "../../ui/icons.tsx";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import { withException } from "./exception-answers.ts";
import { ExceptionForm } from "./exception-form.tsx";
import { ExceptionLine } from "./exception-line.tsx";
import styles from "./exceptions.module.css";

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
  const section = useRef<HTMLElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<HoursException | "new" | null>(null);
  const past = exceptions.filter(({ date }) => date < today);
  const coming = exceptions.filter(({ date }) => date >= today);

  /** Closes the form; the keyboard goes to the line of a date, else to where days are added. */
  const close = (date: string | undefined) => {
    flushSync(() => setOpen(null)); // the line must be there
    const line = section.current?.querySelector<HTMLElement>(`[data-date="${date}"] button`);
    (line ?? add.current)?.focus();
  };
  const form = (exception: HoursException | null) => {
    const finish = (changed: HoursException | null) => onChange(withException(exceptions, exception, changed));
    const others = exceptions.filter((each) => each !== exception);
    return (
      <ExceptionForm
        exception={exception}
        taken={others.map(({ date }) => date)}
        onDone={(changed) => {
          finish(changed);
          close(exception ? changed.date : undefined);
        }}
        onRemove={() => {
          finish(null);
          close(exceptions.find(({ date }) => exception && date > exception.date)?.date);
        }}
        onClose={() => close(exception?.date)}
      />
    );
  };
  const line = (exception: HoursException) => (
    <li
      key={exception.date}
      className={styles.line}
      data-date={exception.date}
      data-previewed={exception.date === previewed}
    >
      {open === exception ? (
        form(exception)
      ) : (
        <ExceptionLine exception={exception} today={today} onOpen={readOnly ? null : () => setOpen(exception)} />
      )}
    </li>
  );
  return (
    <section className={sheet.sheet} ref={section}>
      <div className={sheet.head}>
        <h2>{say("exception.title")}</h2>
        {!readOnly && (
          <button type="button" ref={add} className={atoms.button} data-look="quiet" onClick={() => setOpen("new")}>
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
