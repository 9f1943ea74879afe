import type { Asked } from "../asked.ts";
import type { Cast, RateResult, SaturationResult, Step, StepResult } from "../plan.ts";
import { runTrial } from "../trial.ts";
import { BARE, VARIANTS, type Variant } from "../variants.ts";

/** What one server did in one trial. */
export interface Figures {
  readonly rate: RateResult;
  readonly saturation: SaturationResult;
}

/** A variant and the yardstick, measured one directly after the other: a slow minute of the machine meets both. */
export interface Pair {
  readonly bare: Figures;
  readonly own: Figures;
}

/** As many visitors as an agent may watch at once. */
const TALK: Cast = { visitors: 200, agents: 1, hears: "entries", prepared: 0 };
export const RATE = 2_000;

const STEPS: readonly Step[] = [
  { kind: "rate", perSecond: RATE, seconds: 1 }, // warms both ends up; not counted
  { kind: "rate", perSecond: RATE, seconds: 2 },
  { kind: "saturation", warmUpSeconds: 1, seconds: 2 },
];

/** Measures every variant that was asked for in every round, each directly after bare ws. */
export async function measureMessages(
  { rounds, variant: name }: Pick<Asked, "rounds" | "variant">,
  count: (round: number) => void,
): Promise<ReadonlyMap<Variant, readonly Pair[]>> {
  const measured = new Map<Variant, Pair[]>();
  for (const variant of VARIANTS) if (variant.name.toLowerCase().includes(name)) measured.set(variant, []);
  for (let round = 1; round <= rounds; round += 1) {
    count(round);
    for (const [variant, pairs] of measured) {
      pairs.push({ bare: await measureTalk(BARE), own: await measureTalk(variant) });
    }
  }
  return measured;
}

async function measureTalk(variant: Variant): Promise<Figures> {
  return figures(await runTrial<StepResult[]>(variant, { kind: "talk", cast: TALK, steps: STEPS }));
}

/** The counted rate and the saturation of a trial. */
export function figures(results: readonly StepResult[]): Figures {
  const rate = results.findLast((result) => result.kind === "rate");
  const saturation = results.findLast((result) => result.kind === "saturation");
  if (rate === undefined || saturation === undefined) throw new Error("The load left a step out.");
  return { rate, saturation };
}
