import { Refusal } from "../http/problems.ts";
import type { PeerContext } from "../realtime/peer-context.ts";

/** What a network address may do so often. */
type Name = "searchesPerAddress" | "votesPerAddress" | "searchReportsPerAddress";

/** Takes one from what a network address may do. @throws Refusal `too-fast` */
export async function spend({ sharedLimits, limits }: PeerContext, name: Name, ip: string): Promise<void> {
  const { waitMs } = await sharedLimits.of(name, limits[name]).spend(ip);
  if (waitMs > 0) throw new Refusal("too-fast", { retryAfterS: Math.ceil(waitMs / 1_000) });
}
