import type { Interval } from "@shopbell/protocol/types";
import { type KeyboardEvent, type SubmitEvent, useState } from "react";
import atoms from "../../ui/atoms.module.css";
import sheet from "../sheet.module.css";
import { useDraft } from "../unsaved-guard.tsx";
import { say } from "../words.ts";
import type { Edge } from "./day.ts";
import { TimeFields } from "./time-fields.tsx";
import { pairFault, pairOf, typedInterval } from "./time-pair.ts";

interface TypedTimesProps {
  interval: Interval;
  focus: Edge;
  /** Takes the typed hours. Returns false where they overlap others. */
  onTyped(interval: Interval): boolean;
  onRemove(): void;
  /** The day is to be copied to all days. */
  onCopy(): void;
  onClose(): void;
}

/** Types the times of hours that lie in a lane. */
export function TypedTimes({ interval, focus, onTyped, onRemove, onCopy, onClose }: TypedTimesProps) {
  const [pair, setPair] = useState(() => pairOf(interval));
  const [fault, setFault] = useState<string | null>(null);
  const old = pairOf(interval);
  useDraft(pair.from !== old.from || pair.until !== old.until);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = typedInterval(pair);
    if (typed === null) setFault(pairFault(pair));
    else if (!onTyped(typed)) setFault(say("typed.overlap"));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form className={sheet.row} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <TimeFields pair={pair} faulty={fault !== null} focus={focus} onType={setPair} />
      <button type="submit" className={atoms.button}>
        {say("typed.done")}
      </button>
      <button type="button" className={atoms.button} data-look="quiet" onClick={onRemove}>
        {say("typed.remove")}
      </button>
      <button type="button" className={atoms.button} data-look="quiet" onClick={onCopy}>
        {say("typed.copy")}
      </button>
      {fault && (
        <p className={sheet.fault} role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}
