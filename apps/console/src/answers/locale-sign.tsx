import type { AnswerText } from "@shopbell/protocol/types";
import atoms from "../ui/atoms.module.css";
import styles from "./locale-sign.module.css";
import { say } from "./words.ts";

interface LocaleSignProps {
  text: AnswerText | undefined;
  /** Among many, what is not written is a shape alone. */
  quiet?: boolean;
}

/** Whether one language of an answer is published, a draft, or not written: in words, and by shape. */
export function LocaleSign({ text, quiet = false }: LocaleSignProps) {
  const state = stateOf(text);
  return (
    <span className={styles.sign} data-state={state}>
      <span className={quiet && state === "missing" ? atoms.hidden : undefined}>{say(`state.${state}`)}</span>
    </span>
  );
}

function stateOf(text: AnswerText | undefined): "published" | "draft" | "missing" {
  if (!text) return "missing";
  return text.published ? "published" : "draft";
}
