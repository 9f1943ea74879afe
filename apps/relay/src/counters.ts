/** What went wrong or was refused since the start: for tests, and for the metrics to come. */
export interface Counters {
  malformedFrames: number;
  refusedOrigins: number;
  tooFast: number;
  slowConsumers: number;
  failedCommits: number;
  internalErrors: number;
}

export function newCounters(): Counters {
  return { malformedFrames: 0, refusedOrigins: 0, tooFast: 0, slowConsumers: 0, failedCommits: 0, internalErrors: 0 };
}
