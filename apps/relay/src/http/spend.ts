import type { Limit, Limits } from "../limits.ts";
import { Refusal } from "./problems.ts";
import type { SharedBudgets, SharedLimits } from "./rate-limit-shared.ts";

/** Names of the limits that are so many within a time. */
type Rates = { [Name in keyof Limits]: Limits[Name] extends Limit ? Name : never }[keyof Limits];

interface Spending {
  readonly sharedLimits: SharedLimits;
  readonly limits: Limits;
}

/**
 * Takes one from what all relays together allow to somebody.
 *
 * @param who what is counted by; of a request its `networkOf`
 * @throws Refusal `too-fast`, with the time until there is one again
 */
export function spend({ sharedLimits, limits }: Spending, name: Rates, who: string): Promise<void> {
  return spendFrom(sharedLimits.of(name, limits[name]), who);
}

/** The same from budgets that have a name of their own. @throws Refusal `too-fast` */
export async function spendFrom(budgets: SharedBudgets, who: string): Promise<void> {
  const { waitMs } = await budgets.spend(who);
  if (waitMs > 0) throw new Refusal("too-fast", { retryAfterS: Math.ceil(waitMs / 1_000) });
}
