/** Who is connected in every variant, beside one agent who hears all of them: as many as a console may watch at once. */
export const VISITORS = 200;

export type Variant = "bare ws" | "shopbell";

/** Where a server under test is, and what its agent needs to come in. */
export interface Target {
  variant: Variant;
  port: number;
  pid: number;
  cookie?: string;
}

/** One measurement: a steady rate, or as fast as it goes with one message of each visitor on its way. */
export type Step =
  | { kind: "rate"; perSecond: number; seconds: number }
  | { kind: "saturation"; warmUpSeconds: number; seconds: number };

export interface Plan {
  target: Target;
  steps: Step[];
}

/** Microseconds from the visitor's send to the agent's receipt. */
export interface RateResult {
  kind: "rate";
  perSecond: number;
  p50Us: number;
  p99Us: number;
}

/** `busy` is the share of its core that the server used: well below 1, the load was the limit. */
export interface SaturationResult {
  kind: "saturation";
  perSecond: number;
  cpuUs: number;
  busy: number;
}

export type StepResult = RateResult | SaturationResult;

/** A text that makes the visitor's frame 151 bytes long, as in performance.md. */
export const TEXT = "Have you the Alfama in 43?";
