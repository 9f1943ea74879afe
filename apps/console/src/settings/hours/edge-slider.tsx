import type { Interval } from "@shopbell/protocol/types";
import type { KeyboardEvent } from "react";
import { DIRECTION } from "../../i18n.ts";
import { say } from "../words.ts";
import { DAY, type Edge } from "./day.ts";
import { type EdgeAct, edgeAct } from "./edge-key.ts";
import styles from "./lane.module.css";
import { endTime, wallTime, weekdayName } from "./time-words.ts";

interface EdgeSliderProps {
  day: number;
  edge: Edge;
  interval: Interval;
  readOnly: boolean;
  onAct(act: EdgeAct): void;
}

/** When hours begin or end: a slider along the day, for a pointer and for keys. */
export function EdgeSlider({ day, edge, interval, readOnly, onAct }: EdgeSliderProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const act = readOnly ? null : edgeAct(event, DIRECTION === "rtl" ? "ArrowLeft" : "ArrowRight");
    if (act === null) return;
    event.preventDefault();
    onAct(act);
  };
  return (
    <span
      className={styles.edge}
      data-edge={edge}
      role="slider"
      tabIndex={0}
      aria-label={say(edge === "from" ? "week.opens" : "week.closes", { day: weekdayName(day) })}
      aria-valuemin={0}
      aria-valuemax={2 * DAY}
      aria-valuenow={interval[edge]}
      aria-valuetext={edge === "from" ? wallTime(interval.from) : endTime(interval.until)}
      aria-readonly={readOnly}
      onKeyDown={onKeyDown}
    />
  );
}
