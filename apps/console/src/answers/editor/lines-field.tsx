import { useId } from "react";
import sheet from "../../settings/sheet.module.css";
import styles from "./lines-field.module.css";

interface LinesFieldProps {
  label: string;
  hint: string;
  /** What is wrong with it, or null. */
  fault: string | null;
  /** Addresses run from left to right in every language. */
  dir?: "auto" | "ltr";
  placeholder?: string;
  text: string;
  onText(text: string): void;
}

/** Several short things, one a line, in a box that grows with them. */
export function LinesField({ label, hint, fault, dir = "auto", placeholder, text, onText }: LinesFieldProps) {
  const id = useId();
  return (
    <div className={sheet.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={`${sheet.input} ${styles.box}`}
        dir={dir}
        rows={2}
        placeholder={placeholder}
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onText(event.target.value)}
      />
      <p id={`${id}-note`} className={fault ? sheet.fault : sheet.note}>
        {fault ?? hint}
      </p>
    </div>
  );
}
