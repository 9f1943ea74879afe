const KEY = "shopbell:console:input";

/** Who does nothing for this long is not at the counter. */
const IDLE_AFTER_MS = 5 * 60_000;
/** What other tabs are told is this coarse: a device need not be written to with every key. */
const TELL_EVERY_MS = 5_000;

/** When somebody last did something in any tab of an agent's console, on this device's clock. */
export interface LastInput {
  note(now: number): void;
  /** Nothing was done in any tab for five minutes. */
  idleAt(now: number): boolean;
}

/**
 * Counts from now on: whoever opens a console, or becomes available, has just done something.
 *
 * @param storage shared by the agent's tabs
 */
export function lastInput(storage: Storage, agentId: string, now: number): LastInput {
  const key = `${KEY}:${agentId}`;
  let here = now;
  let toldAt = Number.NEGATIVE_INFINITY;

  const elsewhere = (at: number) => {
    const told = Number(storage.getItem(key));
    // A device whose clock was put back may have been told of a time to come: that is no sign of life.
    return told <= at ? told : 0;
  };
  return {
    note(at) {
      here = at;
      if (at - toldAt < TELL_EVERY_MS) return;
      toldAt = at;
      tell(storage, key, at);
    },
    idleAt: (at) => at - Math.max(here, elsewhere(at)) >= IDLE_AFTER_MS,
  };
}

function tell(storage: Storage, key: string, at: number): void {
  try {
    storage.setItem(key, String(at));
  } catch (error) {
    // A full storage: each tab counts for itself.
    console.error("other tabs could not be told that somebody is here", error);
  }
}
