import type { Line } from "@shopbell/client";

/** The relay's clock, as far as this device knows it: waiting times are counted on the clock that stamped the messages. */
export interface RelayClock {
  now(): number;
}

/** Learns from every welcome how far this device's clock is off. */
export function relayClock(line: Pick<Line, "onFrame">, deviceNow: () => number = Date.now): RelayClock {
  let aheadMs = 0;
  line.onFrame((frame) => {
    if (frame.type === "welcome") aheadMs = frame.at - deviceNow();
  });
  return { now: () => deviceNow() + aheadMs };
}
