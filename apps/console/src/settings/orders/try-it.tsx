import type { OrderTrialOutcome } from "@shopbell/protocol/types";
import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { OrderCard } from "../../board/orders/order-card.tsx";
import { refusalSentence } from "../../http/problem-sentence.ts";
import atoms from "../../ui/atoms.module.css";
import sheet from "../sheet.module.css";
import { TextQuestion } from "../text-question.tsx";
import { say } from "../words.ts";
import styles from "./orders.module.css";
import { tryOrder } from "./orders-http.ts";

interface TryItProps {
  siteKey: string;
  isSaved: boolean;
}

/** One look-up by the owner, who is told what went wrong. */
export function TryIt({ siteKey, isSaved }: TryItProps) {
  const [number, setNumber] = useState("");
  const trial = useMutation({ mutationFn: () => tryOrder(siteKey, number.trim()) });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (number.trim() !== "") trial.mutate();
  };
  return (
    <form className={`${sheet.sheet} ${sheet.fields}`} onSubmit={onSubmit}>
      <div>
        <h2>{say("try.title")}</h2>
        <p className={sheet.note}>{say(isSaved ? "try.what" : "try.save")}</p>
      </div>
      <TextQuestion
        label={say("try.number")}
        fault={null}
        value={number}
        maxLength={60}
        spellCheck={false}
        disabled={!isSaved}
        onText={(typed) => {
          setNumber(typed);
          trial.reset();
        }}
      />
      <div>
        <button type="submit" className={atoms.button} disabled={!isSaved || trial.isPending}>
          {say("try.button")}
        </button>
        <div className={styles.outcome} role="status">
          {trial.data && <Outcome outcome={trial.data} />}
          {trial.error && <p className={sheet.fault}>{refusalSentence(trial.error)}</p>}
        </div>
      </div>
    </form>
  );
}

function Outcome({ outcome: { order, error } }: { outcome: OrderTrialOutcome }) {
  if (error !== null) return <p className={sheet.fault}>{say("try.failed", { error })}</p>;
  if (order === null) return <p>{say("try.unknown")}</p>;
  return (
    <>
      <p>
        <b>{say("try.found")}</b> {say("try.of", { number: order.number, email: order.email })}
      </p>
      <OrderCard order={order} isOpen onReply={undefined} />
    </>
  );
}
