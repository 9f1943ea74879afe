import type { Cast, StepResult } from "../plan.ts";
import { runTrial } from "../trial.ts";
import { BARE, EMBEDDED, type Variant } from "../variants.ts";
import { type Figures, figures } from "./messages.ts";

export const CONSOLES = 20;

/** Many visitors, and consoles that all show the same inbox. */
export const INBOX: Cast = { visitors: 1_000, agents: CONSOLES, hears: "rows", prepared: 0 };
/**
 * As many conversations as one console may watch, all of them watched by every console. Of one conversation's rows a console
 * hears a few in a second however much is said in it, so that only entries show what fan-out can do.
 */
export const WATCHED: Cast = { visitors: 200, agents: CONSOLES, hears: "entries", prepared: 0 };
/** Messages a second: 20,000 deliveries. */
const RATE = 1_000;

/** What reached all consoles: rows at a steady rate, and entries as fast as they go. */
export interface FanOutRound {
  readonly bare: Figures;
  readonly own: Figures;
}

/** Bare ws writes each message to each console; Shopbell stores it before it does. */
export async function measureFanOut(rounds: number, count: (round: number) => void): Promise<FanOutRound[]> {
  const done: FanOutRound[] = [];
  while (done.length < rounds) {
    count(done.length + 1);
    done.push({ bare: await measure(BARE), own: await measure(EMBEDDED) });
  }
  return done;
}

async function measure(variant: Variant): Promise<Figures> {
  const rates = await runTrial<StepResult[]>(variant, {
    kind: "talk",
    cast: INBOX,
    steps: [
      { kind: "rate", perSecond: RATE, seconds: 1 }, // warms both ends up; not counted
      { kind: "rate", perSecond: RATE, seconds: 2 },
    ],
  });
  const saturation = await runTrial<StepResult[]>(variant, {
    kind: "talk",
    cast: WATCHED,
    steps: [{ kind: "saturation", warmUpSeconds: 1, seconds: 2 }],
  });
  return figures([...rates, ...saturation]);
}
