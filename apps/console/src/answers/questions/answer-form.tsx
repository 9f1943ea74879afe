import { type KeyboardEvent, useId, useState } from "react";
import sheet from "../../settings/sheet.module.css";
import atoms from "../../ui/atoms.module.css";
import styles from "./questions.module.css";
import { say } from "./words.ts";

/** As the relay takes it. */
const MAX_LENGTH = 2_000;

interface AnswerFormProps {
  disabled: boolean;
  /** Why it did not go out, or null. */
  fault: string | null;
  onSend(text: string): void;
  onCancel(): void;
}

/** Answers a post where everybody can read it. What was typed stays until it is sent. */
export function AnswerForm({ disabled, fault, onSend, onCancel }: AnswerFormProps) {
  const id = useId();
  const [text, setText] = useState("");
  const isReady = !disabled && text.trim() !== "";
  const send = () => isReady && onSend(text);
  const onKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key === "Enter" && (ctrlKey || metaKey)) send();
    if (key === "Escape" && text === "") onCancel();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={id}>{say("answerLabel")}</label>
      <textarea
        id={id}
        className={styles.box}
        rows={3}
        maxLength={MAX_LENGTH}
        dir="auto"
        value={text}
        aria-describedby={`${id}-what`}
        // biome-ignore lint/a11y/noAutofocus: whoever pressed Answer is about to type
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      <p id={`${id}-what`} className={atoms.meta}>
        {say("answerWhat")}
      </p>
      {fault && (
        <p className={sheet.fault} role="alert">
          {fault}
        </p>
      )}
      <span className={styles.actions}>
        <button type="submit" className={atoms.button} data-look="main" disabled={!isReady}>
          {say("send")}
        </button>
        <button type="button" className={atoms.button} data-look="quiet" onClick={onCancel}>
          {say("cancel")}
        </button>
      </span>
    </form>
  );
}
