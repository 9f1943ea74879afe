import type { PublicPost } from "@shopbell/protocol/types";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { stamp } from "../../format.ts";
import { useDesk } from "../../line/desk.tsx";
import atoms from "../../ui/atoms.module.css";
import { keptSearch } from "../kept-search.ts";
import { AnswerForm } from "./answer-form.tsx";
import styles from "./questions.module.css";
import { usePost } from "./use-post.ts";
import { say } from "./words.ts";

interface PostRowProps {
  post: PublicPost;
  /** The question that it answers, where that is among the others. */
  question: PublicPost | undefined;
}

/** Something that was written publicly, with what can be done about it. */
export function PostRow({ post, question }: PostRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const answerButton = useRef<HTMLButtonElement>(null);
  const [answers, setAnswers] = useState(false);
  const { change, answer, isPending, fault } = usePost(post, () => {
    setAnswers(false);
    focusBeside(row.current);
  });
  const act = { type: "button", className: atoms.button, disabled: isPending } as const;
  return (
    <li className={styles.row} ref={row}>
      <div className={styles.what}>
        <Head post={post} />
        {question && (
          <p className={`${styles.parent} ${atoms.clip}`} lang={question.locale}>
            {question.text}
          </p>
        )}
        <p className={styles.text} lang={post.locale} dir="auto">
          {post.text}
        </p>
        <Place post={post} />
      </div>
      <span className={styles.actions}>
        {post.state !== "shown" && (
          <button {...act} onClick={() => change("shown")}>
            {say("show")}
          </button>
        )}
        {post.state !== "hidden" && (
          <button {...act} onClick={() => change("hidden")}>
            {say("hide")}
          </button>
        )}
        {!post.byShop && (
          <button {...act} ref={answerButton} aria-expanded={answers} onClick={() => setAnswers(true)}>
            {say("answer")}
          </button>
        )}
      </span>
      {answers && (
        <AnswerForm
          disabled={isPending}
          fault={fault}
          onSend={answer}
          onCancel={() => {
            setAnswers(false);
            answerButton.current?.focus();
          }}
        />
      )}
    </li>
  );
}

function Head({ post: { name, parentId, byShop, reports } }: { post: PublicPost }) {
  const doing = parentId === null ? "asked" : "answered";
  return (
    <p className={styles.head}>
      <b dir="auto">{say(byShop ? "byShop" : doing, { name })}</b>
      {reports > 0 && <span className={styles.reported}>{say("reported", { count: reports })}</span>}
    </p>
  );
}

function Place({ post: { answer, at } }: { post: PublicPost }) {
  const when = stamp(at, useDesk().clock.now());
  return (
    <p className={atoms.meta}>
      <Link to="/answers/$answerId" params={{ answerId: answer.id }} search={keptSearch} dir="auto">
        {say("under", { question: answer.question })}
      </Link>{" "}
      · {when}
    </p>
  );
}

/** Who goes through a list by keyboard stays in it when a row leaves it. */
function focusBeside(row: HTMLElement | null): void {
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  beside?.querySelector<HTMLElement>("button")?.focus();
}
