import { parseArgs } from "node:util";

export const PARTS = ["sizes", "pages", "messages", "idle", "fan-out", "growth", "answers"] as const;
export type Part = (typeof PARTS)[number];

/** What the command line asks for. */
export interface Asked {
  readonly parts: readonly Part[];
  readonly rounds: number;
  readonly pageLoads: number;
  /** Part of the names of the variants whose messages are measured. */
  readonly variant: string;
  /** Everything, often enough to be kept. */
  readonly isWhole: boolean;
}

const ROUNDS = 5;
const PAGE_LOADS = 13;
const QUICK_LOADS = 3;

/** @throws when a part is asked for that does not exist. */
export function readAsked(args: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      rounds: { type: "string" },
      only: { type: "string" },
      variant: { type: "string", default: "" },
    },
  });
  const parts = PARTS.filter((part) => values.only === undefined || values.only === part);
  if (parts.length === 0) throw new Error(`--only takes one of ${PARTS.join(", ")}.`);
  const { quick, variant } = values;
  const rounds = Number(values.rounds ?? (quick ? 1 : ROUNDS));
  const isWhole = !quick && rounds >= ROUNDS && parts.length === PARTS.length && variant === "";
  return { parts, rounds, pageLoads: quick ? QUICK_LOADS : PAGE_LOADS, variant, isWhole };
}
