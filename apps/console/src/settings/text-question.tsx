import { type InputHTMLAttributes, useId } from "react";
import sheet from "./sheet.module.css";
import styles from "./text-question.module.css";

interface TextQuestionProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className" | "onChange"> {
  label: string;
  hint?: string | undefined;
  fault: string | null;
  onText(text: string): void;
}

/** A line that is typed, with what it is for or what is wrong with it. */
export function TextQuestion({ label, hint, fault, onText, ...input }: TextQuestionProps) {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div className={sheet.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className={`${sheet.input} ${styles.input}`}
        autoComplete="off"
        aria-invalid={fault !== null}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onText(event.target.value)}
      />
      {note && (
        <p id={`${id}-note`} className={fault ? sheet.fault : sheet.note}>
          {note}
        </p>
      )}
    </div>
  );
}
