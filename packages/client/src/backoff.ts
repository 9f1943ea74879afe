import { BACKOFF_BASE_MS } from "@shopbell/protocol/limits";

/**
 * How long to wait before the next attempt: full jitter, so that those who lost a relay together do not come back together.
 * Source: "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param attempt 0 for the first pause
 * @param capMs longest pause
 * @param random uniform in [0, 1)
 */
export function pauseMs(attempt: number, capMs: number, random: number): number {
  return random * Math.min(capMs, BACKOFF_BASE_MS * 2 ** Math.min(attempt, 30));
}
