import type { Interval } from "@shopbell/protocol/types";
import { useRef, useState } from "react";
import atoms from "../../ui/atoms.module.css";
import { Icon } from "../../ui/icons.tsx";
import { say } from "../words.ts";
import { type Edge, joined, MAX_INTERVALS, withMore, withoutInterval, withTyped } from "./day.ts";
import type { EdgeAct } from "./edge-key.ts";
import { Lane } from "./lane.tsx";
import { intervalWords, wallTime, weekdayName } from "./time-words.ts";
import { TypedTimes } from "./typed-times.tsx";
import styles from "./week-grid.module.css";

interface DayRowProps {
  day: number;
  intervals: Interval[];
  spill: number;
  readOnly: boolean;
  onChange(intervals: Interval[]): void;
  onCopy(): void;
}

/** One day of the week: its name, its lane, its hours in words, and where they are typed. */
export function DayRow({ day, intervals, spill, readOnly, onChange, onCopy }: DayRowProps) {
  const row = useRef<HTMLFieldSetElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const [typing, setTyping] = useState<{ index: number; edge: Edge } | null>(null);
  const typed = typing && intervals[typing.index];

  const change = (changed: Interval[]) => {
    setTyping(null);
    onChange(changed);
  };
  const remove = (index: number) => {
    change(withoutInterval(intervals, index));
    add.current?.focus();
  };
  const onAct = (index: number, edge: Edge, act: Exclude<EdgeAct, { kind: "move" }>) => {
    if (act.kind === "type") setTyping({ index, edge });
    else if (act.kind === "remove") remove(index);
    else onCopy();
  };
  const close = () => {
    setTyping(null);
    if (typing)
      row.current
        ?.querySelector<HTMLElement>(`[data-interval="${typing.index}"] [data-edge="${typing.edge}"]`)
        ?.focus();
  };
  const onTyped = (index: number, interval: Interval) => {
    const changed = withTyped(intervals, index, interval);
    if (changed === null) return false;
    onChange(joined(changed));
    close();
    return true;
  };

  return (
    <fieldset className={styles.day} ref={row} aria-label={weekdayName(day)}>
      <span className={styles.name}>{weekdayName(day)}</span>
      <Lane day={day} intervals={intervals} spill={spill} readOnly={readOnly} onChange={change} onAct={onAct} />
      <span className={styles.words}>
        <DayWords intervals={intervals} spill={spill} />
      </span>
      {!readOnly && (
        <button
          type="button"
          ref={add}
          className={`${atoms.iconButton} ${styles.add}`}
          aria-label={say("week.add", { day: weekdayName(day) })}
          disabled={intervals.length >= MAX_INTERVALS}
          onClick={() => change(withMore(intervals))}
        >
          <Icon name="plus" size="s" />
        </button>
      )}
      {typing && typed && (
        <div className={styles.typed}>
          <TypedTimes
            key={`${typing.index} ${typing.edge}`}
            interval={typed}
            focus={typing.edge}
            onTyped={(interval) => onTyped(typing.index, interval)}
            onRemove={() => remove(typing.index)}
            onCopy={onCopy}
            onClose={close}
          />
        </div>
      )}
    </fieldset>
  );
}

function DayWords({ intervals, spill }: { intervals: readonly Interval[]; spill: number }) {
  if (intervals.length === 0) return spill > 0 ? say("week.spill", { time: wallTime(spill) }) : say("week.closed");
  return intervals.map((interval) => <span key={interval.from}>{intervalWords(interval)}</span>);
}
