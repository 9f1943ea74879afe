import type { Interval } from "@shopbell/protocol/types";
import { type PointerEvent, useState } from "react";
import { DIRECTION } from "../../i18n.ts";
import { DAY, type Edge } from "./day.ts";
import { dragged, dropped, type Grip, gripAt } from "./drag.ts";

/** A pointer that went less far has pressed, not dragged. */
const PRESS_PX = 4;

interface Drag {
  grip: Grip;
  at: number;
  startX: number;
  moved: boolean;
}

interface LaneDragProps {
  intervals: readonly Interval[];
  readOnly: boolean;
  onChange(intervals: Interval[]): void;
  /** An interval was pressed and let go where it was. */
  onPress(index: number, edge: Edge): void;
}

/** Lets a pointer drag what lies in a lane. Returns the hours as they look meanwhile, and what the lane listens to. */
export function useLaneDrag({ intervals, readOnly, onChange, onPress }: LaneDragProps) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (readOnly || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = minuteAt(event);
    setDrag({ grip: gripAt(intervals, at, ...takenBy(event.target)), at, startX: event.clientX, moved: false });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (drag === null) return;
    const moved = drag.moved || Math.abs(event.clientX - drag.startX) >= PRESS_PX;
    setDrag({ ...drag, at: minuteAt(event), moved });
  };
  const onPointerUp = () => {
    if (drag === null) return;
    setDrag(null);
    if (drag.moved) onChange(dropped(intervals, drag.grip, drag.at));
    else if (drag.grip.kind !== "space") onPress(drag.grip.index, drag.grip.kind === "edge" ? drag.grip.edge : "from");
  };

  return {
    shown: drag?.moved ? dragged(intervals, drag.grip, drag.at) : intervals,
    isDragging: drag?.moved ?? false,
    listeners: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => setDrag(null) },
  };
}

/** The minute of the day under a pointer. Beside the lane it is before midnight, or after the next one. */
function minuteAt(event: PointerEvent<HTMLElement>): number {
  const { left, right, width } = event.currentTarget.getBoundingClientRect();
  const along = DIRECTION === "rtl" ? right - event.clientX : event.clientX - left;
  return (along / width) * DAY;
}

/** Which interval, and which of its edges, the pointer is on. */
function takenBy(target: EventTarget): [index?: number, edge?: Edge] {
  if (!(target instanceof Element)) return [];
  const interval = target.closest<HTMLElement>("[data-interval]");
  if (interval === null) return [];
  const index = Number(interval.dataset["interval"]);
  const edge = target.closest<HTMLElement>("[data-edge]")?.dataset["edge"];
  return edge === "from" || edge === "until" ? [index, edge] : [index];
}
