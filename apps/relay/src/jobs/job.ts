import type { Job, JobKind } from "../conversations/ledger.ts";

/** A job that somebody has taken upon themselves, until the lease ends. */
export interface LeasedJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly payload: Job["payload"];
  readonly leasedUntil: number;
  /** This one counts. */
  readonly attempts: number;
}

/** What was given up. */
export interface DeadJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly payload: Job["payload"];
  readonly error: string;
  readonly at: number;
}

/** Went wrong as such things do. Anything else that a job throws is our own mistake, and is told as one. */
export class JobFault extends Error {
  /** Trying again leads nowhere. */
  readonly isFinal: boolean;

  constructor(message: string, options: ErrorOptions & { isFinal?: boolean } = {}) {
    super(message, options);
    this.isFinal = options.isFinal ?? false;
  }
}

const MAX_ERROR_LENGTH = 300;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** After these pauses, a day in all, a job is given up. */
const PAUSES_MS = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 4 * HOUR, 8 * HOUR, 9 * HOUR];

/**
 * How long a job that has failed waits for its next attempt; undefined when there is none.
 *
 * @param attempts that have failed
 * @param random from 0 to 1: jobs that failed together shall not come back together
 */
export function pauseAfter(attempts: number, random: number): number | undefined {
  const pause = PAUSES_MS[attempts - 1];
  return pause && Math.round(pause * (0.8 + 0.4 * random));
}

/** What is kept of an error: one line of it, in the words of whoever refused. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return (line || "unknown").slice(0, MAX_ERROR_LENGTH).toWellFormed();
}
