import { SLOW_BYTES, STUCK_BYTES } from "../limits.ts";

export type Pace = "send" | "skip" | "close";

/** What becomes of a frame for a reader with this many bytes still unsent. */
export function paceFor(bufferedBytes: number, lossy: boolean): Pace {
  if (bufferedBytes > STUCK_BYTES) return "close";
  return lossy && bufferedBytes > SLOW_BYTES ? "skip" : "send";
}
