import type { Language } from "./variants.ts";

/** Where a server under test is, as the load sees it. With one relay, both ends are on the same port. */
export interface Target {
  readonly language: Language;
  readonly visitorPort: number;
  readonly agentPort: number;
  readonly cookie: string;
  /** The processes that are measured, the visitors' relay first. */
  readonly pids: readonly number[];
}

/** Who takes part in a conversation that is measured. */
export interface Cast {
  readonly visitors: number;
  readonly agents: number;
  /** What the agents listen to: entries of conversations that they have opened, or the rows of their inbox. */
  readonly hears: "entries" | "rows";
  /** Conversations that the database was prepared with: visitors go on with some of them instead of beginning their own. */
  readonly prepared: number;
  /** How often the prepared database was talked in before. */
  readonly round?: number;
}

/** One measurement: a steady rate, or as fast as it goes with one message of each visitor on its way. */
export type Step =
  | { readonly kind: "rate"; readonly perSecond: number; readonly seconds: number }
  | { readonly kind: "saturation"; readonly warmUpSeconds: number; readonly seconds: number };

/** What the load shall do: let people talk, let a crowd come and stay, or cut a crowd off and let it come back. */
export type Plan =
  | { readonly kind: "talk"; readonly target: Target; readonly cast: Cast; readonly steps: readonly Step[] }
  | { readonly kind: "crowd"; readonly target: Target; readonly sizes: readonly number[] }
  | { readonly kind: "storm"; readonly target: Target; readonly size: number };

/** Microseconds from the visitor's send to an agent's receipt, over all receipts. */
export interface RateResult {
  readonly kind: "rate";
  readonly p50Us: number;
  readonly p99Us: number;
}

/** `busy` is the share of its cores that the server used: well below 1, the load or the disk was the limit. */
export interface SaturationResult {
  readonly kind: "saturation";
  readonly perSecond: number;
  readonly cpuUs: number;
  readonly busy: number;
}

export type StepResult = RateResult | SaturationResult;

export interface CrowdResult {
  /** Connections a second until each was welcome, and what one cost the server. */
  readonly acceptedPerSecond: number;
  readonly acceptCpuUs: number;
  readonly busy: number;
  readonly idle: readonly { readonly sockets: number; readonly bytesEach: number }[];
}

/** Everybody's socket is cut at once. Times from the cut until somebody was back. */
export interface StormResult {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly allMs: number;
  readonly peakBytes: number;
  /** Connections that it took, refused ones included. */
  readonly attempts: number;
}

/** A text that makes the visitor's frame 151 bytes long. */
export const TEXT = "Have you the Alfama in 43?";
