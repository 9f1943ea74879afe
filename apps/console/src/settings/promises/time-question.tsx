import { useId } from "react";
import { Select } from "../select.tsx";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import type { TypedTime, Unit } from "./promise-answers.ts";
import styles from "./promises-page.module.css";

interface TimeQuestionProps {
  label: string;
  typed: TypedTime;
  units: Record<Unit, string>;
  /** What visitors will read. */
  read: string;
  fault: string | null;
  readOnly: boolean;
  onType(typed: TypedTime): void;
}

/** A length of time that is promised, or nothing. */
export function TimeQuestion({ label, typed, units, read, fault, readOnly, onType }: TimeQuestionProps) {
  const id = useId();
  return (
    <div className={sheet.field}>
      <label htmlFor={id}>{label}</label>
      <div className={sheet.row}>
        <input
          id={id}
          className={`${sheet.input} ${styles.figure}`}
          inputMode="numeric"
          autoComplete="off"
          placeholder="–"
          disabled={readOnly}
          value={typed.figure}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-note`}
          onChange={(event) => onType({ ...typed, figure: event.target.value })}
        />
        <Select
          label={say("promises.unit")}
          value={typed.unit}
          choices={[
            { value: "minutes", label: units.minutes },
            { value: "hours", label: units.hours },
          ]}
          disabled={readOnly}
          onChoose={(unit) => onType({ ...typed, unit: unit === "hours" ? "hours" : "minutes" })}
        />
      </div>
      <p id={`${id}-note`} className={fault ? sheet.fault : sheet.note}>
        {fault ?? read}
      </p>
    </div>
  );
}
