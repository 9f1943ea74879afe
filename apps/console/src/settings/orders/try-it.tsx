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
import type { SourceKind } from "./source-answers.ts";

interface TryItProps {
  siteKey: string;
  /** The source that is asked, and no other. */
  kind: Exclude<SourceKind, "off">;
  /** How many orders the shop told of: visitors find those first. */
  stored: number;
  isSaved: boolean;
}

/** One look-up by the owner, who is told what went wrong. */
export function TryIt({ siteKey, kind, stored, isSaved }: TryItProps) {
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
        <p className={sheet.note}>
          {say(isSaved ? `try.${kind}` : "try.save")} {isSaved && kind !== "stored" && stored > 0 && say("try.alone")}
        </p>
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
          {trial.data && <Outcome kind={kind} outcome={trial.data} />}
          {trial.error && <p className={sheet.fault}>{refusalSentence(trial.error)}</p>}
        </div>
      </div>
    </form>
  );
}

interface OutcomeProps {
  kind: TryItProps["kind"];
  outcome: OrderTrialOutcome;
}

function Outcome({ kind, outcome: { order, error } }: OutcomeProps) {
  if (error !== null) return <p className={sheet.fault}>{say("try.failed", { error })}</p>;
  if (order === null) return <p>{say(`try.${kind}Unknown`)}</p>;
  return (
    <>
      <p>
        <b>{say(`try.${kind}Found`)}</b> {say("try.of", { number: order.number, email: order.email })}
      </p>
      <OrderCard order={order} isOpen onReply={undefined} />
    </>
  );
}
