import type { HoursException } from "@shopbell/protocol/types";
import { type KeyboardEvent, type SubmitEvent, useState } from "react";
import atoms from "../../ui/atoms.module.css";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icons.tsx";
import sheet from "../sheet.module.css";
import { useDraft } from "../unsaved-guard.tsx";
import { say } from "../words.ts";
import { MAX_INTERVALS } from "./day.ts";
import { answersOf, exceptionOf, faultsOf, NO_FAULTS, USUAL_TIMES } from "./exception-answers.ts";
import styles from "./exceptions.module.css";
import { TimeFields } from "./time-fields.tsx";
import type { TypedPair } from "./time-pair.ts";

interface ExceptionFormProps {
  /** The day that is changed, or null for a new one. */
  exception: HoursException | null;
  /** Dates of the others. */
  taken: readonly string[];
  onDone(exception: HoursException): void;
  onRemove(): void;
  onClose(): void;
}

/** Says how one day differs from its weekday. */
export function ExceptionForm({ exception, taken, onDone, onRemove, onClose }: ExceptionFormProps) {
  const [answers, setAnswers] = useState(() => answersOf(exception));
  const [faults, setFaults] = useState(NO_FAULTS);
  useDraft(JSON.stringify(answers) !== JSON.stringify(answersOf(exception)));

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = faultsOf(answers, taken);
    setFaults(found);
    if (Object.values(found).every((fault) => fault === null)) onDone(exceptionOf(answers));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <div className={styles.dateAndName}>
        <Field
          label={say("exception.date")}
          type="date"
          value={answers.date}
          fault={faults.date}
          autoFocus
          onText={(date) => setAnswers({ ...answers, date })}
        />
        <Field
          label={say("exception.name")}
          hint={say("exception.nameHint")}
          maxLength={80}
          value={answers.name}
          fault={faults.name}
          onText={(name) => setAnswers({ ...answers, name })}
        />
      </div>
      <label className={sheet.check}>
        <input
          type="checkbox"
          checked={answers.closed}
          onChange={(event) => setAnswers({ ...answers, closed: event.target.checked })}
        />
        {say("exception.closed")}
      </label>
      {!answers.closed && (
        <Times pairs={answers.pairs} fault={faults.times} onType={(pairs) => setAnswers({ ...answers, pairs })} />
      )}
      <div className={sheet.row}>
        <button type="submit" className={atoms.button}>
          {say("exception.done")}
        </button>
        <button type="button" className={atoms.button} data-look="quiet" onClick={onClose}>
          {say("settings.cancel")}
        </button>
        {exception && (
          <button type="button" className={atoms.button} data-look="quiet" onClick={onRemove}>
            {say("exception.remove")}
          </button>
        )}
      </div>
    </form>
  );
}

interface TimesProps {
  pairs: readonly TypedPair[];
  fault: string | null;
  onType(pairs: TypedPair[]): void;
}

function Times({ pairs, fault, onType }: TimesProps) {
  return (
    <div className={sheet.field}>
      {pairs.map((pair, index) => (
        <div key={index} className={sheet.row}>
          <TimeFields
            pair={pair}
            faulty={fault !== null}
            onType={(typed) => onType(pairs.map((each, place) => (place === index ? typed : each)))}
          />
          {pairs.length > 1 && (
            <button
              type="button"
              className={atoms.iconButton}
              aria-label={say("exception.removeTimes")}
              onClick={() => onType(pairs.filter((_, place) => place !== index))}
            >
              <Icon name="close" size="s" />
            </button>
          )}
        </div>
      ))}
      {fault && (
        <p className={sheet.fault} role="alert">
          {fault}
        </p>
      )}
      {pairs.length < MAX_INTERVALS && (
        <button type="button" className={atoms.button} onClick={() => onType([...pairs, USUAL_TIMES])}>
          {say("exception.addTimes")}
        </button>
      )}
    </div>
  );
}
