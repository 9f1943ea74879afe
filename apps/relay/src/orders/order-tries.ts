import type { SharedBudgets } from "../http/rate-limit-shared.ts";
import type { PeerContext } from "../realtime/peer-context.ts";

/** One attempt to find an order, as attempts are counted. */
interface OrderTry {
  readonly siteKey: string;
  /** Whose attempt it is: `networkOf` their address. */
  readonly network: string;
  /** As they are compared, whether there is such an order or not. */
  readonly number: string;
  readonly email: string;
}

type Counted = readonly [budgets: SharedBudgets, key: string];

/**
 * Takes what an attempt costs before anything is looked up, so that many at once are no more than one after the other. Null where nothing
 * is left. One network cannot use up what all have together for a number or an address: whoever owns an order is not locked out by it.
 *
 * @returns gives it back: attempts that found an order cost nothing
 */
export async function takeTry(
  { sharedLimits, limits }: Pick<PeerContext, "sharedLimits" | "limits">,
  { siteKey, network, number, email }: OrderTry,
): Promise<(() => Promise<void>) | null> {
  const keys = [
    ["ordersPerAddress", network],
    ["ordersPerEmail", `${network} ${siteKey} ${email}`],
    ["ordersPerNumber", `${network} ${siteKey} ${number}`],
    ["ordersPerEmailInAll", `${siteKey} ${email}`],
    ["ordersPerNumberInAll", `${siteKey} ${number}`],
  ] as const;
  const counted = keys.map(([name, key]): Counted => [sharedLimits.of(name, limits[name]), key]);
  for (const [budgets, key] of counted) if ((await budgets.spend(key)).waitMs > 0) return null;
  return async () => void (await Promise.all(counted.map(([budgets, key]) => budgets.giveBack(key))));
}
