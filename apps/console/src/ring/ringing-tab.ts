/** A tab's place among all tabs of an agent in this browser: one of them rings. */
export interface RingingTab {
  /** This tab is the one. */
  readonly rings: boolean;
  /** Leaves the ringing to the next tab. */
  leave(): void;
}

/**
 * Waits for the agent's lock and holds it for as long as the tab lives; then the browser hands it to the tab that waits next.
 *
 * @param locks undefined where the page is not secure: there every tab rings, which is better than none
 */
export function ringingTab(agentId: string, locks: LockManager | undefined): RingingTab {
  if (!locks) return { rings: true, leave: () => undefined };

  const waiting = new AbortController();
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  let rings = false;
  const hold = () => {
    rings = true;
    return left;
  };
  locks.request(`shopbell:ring:${agentId}`, { signal: waiting.signal }, hold).catch(() => {
    // Either the tab left while it waited, or locks are forbidden here.
    rings = !waiting.signal.aborted;
  });
  return {
    get rings() {
      return rings;
    },
    leave() {
      waiting.abort();
      leave();
      rings = false;
    },
  };
}
