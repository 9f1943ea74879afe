import { type InputHTMLAttributes, useId, useState } from "react";
import { t } from "../i18n.ts";
import styles from "./field.module.css";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className" | "onChange"> {
  label: string;
  hint?: string;
  /** What is wrong with it, or null. */
  fault: string | null;
  onText(text: string): void;
}

/** One labelled line of a form, with its hint or its fault. Passwords can be looked at. */
export function Field({ label, hint, fault, onText, type = "text", ...input }: FieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === "password";
  const note = fault ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.line}>
        <input
          {...input}
          id={id}
          className={styles.input}
          type={secret && shown ? "text" : type}
          aria-invalid={fault !== null}
          aria-describedby={note ? `${id}-note` : undefined}
          onChange={(event) => onText(event.target.value)}
        />
        {secret && (
          <button
            type="button"
            className={styles.toggle}
            aria-label={t(shown ? "field.hidePassword" : "field.showPassword")}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? "field.hide" : "field.show")}
          </button>
        )}
      </div>
      {note && (
        <p id={`${id}-note`} className={styles.note} data-fault={fault !== null}>
          {note}
        </p>
      )}
    </div>
  );
}
