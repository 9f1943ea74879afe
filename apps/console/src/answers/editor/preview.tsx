import { useQuery } from "@tanstack/react-query";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { useSettled } from "../../settings/hours/use-settled.ts";
import sheet from "../../settings/sheet.module.css";
import { Blocks } from "../blocks.tsx";
import { previewQuery } from "../queries.ts";
import { say } from "../words.ts";
import styles from "./preview.module.css";
import type { TypedText } from "./typed-answer.ts";

const SETTLED_MS = 250;

/** What readers will see of what is being written. */
export function Preview({ text: { question, source }, locale }: { text: TypedText; locale: string }) {
  const { data, error } = useQuery(previewQuery(useSettled(source, SETTLED_MS)));
  const isEmpty = source.trim() === "";
  return (
    <>
      <h2 className={styles.title}>{say("editor.preview")}</h2>
      <article lang={locale} className={styles.paper}>
        {question.trim() !== "" && (
          <p dir="auto" className={styles.question}>
            {question}
          </p>
        )}
        {!isEmpty && data && <Blocks blocks={data.blocks} />}
      </article>
      {isEmpty && <p className={sheet.note}>{say("editor.previewEmpty")}</p>}
      {!isEmpty && error && (
        <p className={sheet.fault}>{say("editor.previewFailed", { reason: refusalSentence(error) })}</p>
      )}
    </>
  );
}
