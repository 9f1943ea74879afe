import { useId } from "react";
import sheet from "../sheet.module.css";
import styles from "./promises-page.module.css";

interface CountQuestionProps {
  label: string;
  figure: string;
  /** What follows from it for visitors. */
  read: string;
  fault: string | null;
  readOnly: boolean;
  onType(figure: string): void;
}

/** A number that is a limit. */
export function CountQuestion({ label, figure, read, fault, readOnly, onType }: CountQuestionProps) {
  const id = useId();
  return (
    <div className={sheet.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={`${sheet.input} ${styles.figure}`}
        inputMode="numeric"
        autoComplete="off"
        disabled={readOnly}
        value={figure}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onType(event.target.value)}
      />
      <p id={`${id}-note`} className={fault ? sheet.fault : sheet.note}>
        {fault ?? read}
      </p>
    </div>
  );
}
