/** Time and chance, handed in so that tests can hold them in the hand. */
export interface Clock {
  /** Monotonic milliseconds, for intervals. */
  now(): number;
  /** This device's wall clock, epoch milliseconds. May jump, and may be wrong. */
  wall(): number;
  /** Uniform in [0, 1). */
  random(): number;
  /** Calls back once after `ms`. Returns how to cancel. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  random: () => Math.random(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
