import type { Clock } from "./clock.ts";

const ONCE_IN_MS = 1_000;
/** More kinds of faults than this at once are not told apart. */
const MAX_KINDS = 100;

interface Told {
  readonly at: number;
  untold: number;
}

/**
 * Tells what should not have happened, each kind once a second at most: when the database goes away, every socket says so.
 *
 * @param tell is given the fault, and how many like it were left out before
 */
export function faultLog(clock: Clock, tell: (error: unknown, untold: number) => void): (error: unknown) => void {
  const told = new Map<string, Told>();
  return (error) => {
    const kind = error instanceof Error ? error.message : String(error);
    const last = told.get(kind);
    const now = clock.steady();
    if (last && now - last.at < ONCE_IN_MS) {
      last.untold += 1;
      return;
    }
    if (told.size >= MAX_KINDS) told.clear();
    told.set(kind, { at: now, untold: 0 });
    tell(error, last?.untold ?? 0);
  };
}
