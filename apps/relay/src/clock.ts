/** Time as an argument: the wall clock stamps and expires, the steady one measures pauses. */
export interface Clock {
  /** Epoch milliseconds. May step back. */
  now(): number;
  /** Milliseconds since some moment. Never steps back. */
  steady(): number;
}

export const SYSTEM_CLOCK: Clock = { now: () => Date.now(), steady: () => performance.now() };
