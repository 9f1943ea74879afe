import type { Interval } from "@shopbell/protocol/types";
import { say } from "../words.ts";
import { DAY, type Edge, withEdge } from "./day.ts";
import type { EdgeAct } from "./edge-key.ts";
import { EdgeSlider } from "./edge-slider.tsx";
import styles from "./lane.module.css";
import { wallTime } from "./time-words.ts";
import { useLaneDrag } from "./use-lane-drag.ts";

const EDGES: readonly Edge[] = ["from", "until"];

interface LaneProps {
  day: number;
  intervals: readonly Interval[];
  /** Minutes for which the evening before goes on into this day. */
  spill: number;
  readOnly: boolean;
  onChange(intervals: Interval[]): void;
  onAct(index: number, edge: Edge, act: Exclude<EdgeAct, { kind: "move" }>): void;
}

/** One day from midnight to midnight, with its hours lying in it. */
export function Lane({ day, intervals, spill, readOnly, onChange, onAct }: LaneProps) {
  const onPress = (index: number, edge: Edge) => onAct(index, edge, { kind: "type" });
  const { shown, isDragging, listeners } = useLaneDrag({ intervals, readOnly, onChange, onPress });

  const act = (index: number, edge: Edge, done: EdgeAct) => {
    const interval = intervals[index];
    if (done.kind !== "move") onAct(index, edge, done);
    else if (interval) onChange(withEdge(intervals, index, edge, interval[edge] + done.minutes));
  };
  return (
    <div className={styles.lane} data-read-only={readOnly} data-dragging={isDragging} {...listeners}>
      {spill > 0 && (
        <span
          className={styles.spill}
          style={{ inlineSize: share(Math.min(spill, DAY)) }}
          title={say("week.spill", { time: wallTime(spill) })}
        />
      )}
      {shown.map((interval, index) => (
        // Keyed by place: hours have no other identity, and an edge keeps its focus while it moves.
        <span
          key={index}
          className={styles.interval}
          data-interval={index}
          data-past-midnight={interval.until > DAY}
          style={{
            insetInlineStart: share(interval.from),
            inlineSize: share(Math.min(interval.until, DAY) - interval.from),
          }}
        >
          {EDGES.map((edge) => (
            <EdgeSlider
              key={edge}
              day={day}
              edge={edge}
              interval={interval}
              readOnly={readOnly}
              onAct={(done) => act(index, edge, done)}
            />
          ))}
        </span>
      ))}
    </div>
  );
}

function share(minutes: number): string {
  return `${(minutes / DAY) * 100}%`;
}
