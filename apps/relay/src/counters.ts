import { PROBLEMS, type ProblemCode } from "@shopbell/protocol";
import { Histogram } from "prom-client";

/** How a gap in what the bus brought was noticed (delivery.md, gaps over an at-most-once bus). */
type GapLayer = "jump" | "compare" | "poll" | "client";

/**
 * Why nobody more was let in at that moment: the process ends, its event loop is late, or too many came in a second, from
 * one address or from all.
 */
export type Pressure = "draining" | "behind" | "address" | "rate";

/**
 * What happened since the start. Plain numbers, because they are written on the hot path; whoever asks for the metrics
 * reads them. A histogram's `observe` takes 150 ns, which once a message is cheap enough.
 */
export interface Counters {
  framesIn: number;
  framesOut: number;
  /** From the arrival of a `message.send` to its `message.accepted`. */
  readonly ackSeconds: Histogram;
  /** Works that shared one commit. */
  readonly commitGroup: Histogram;
  failedCommits: number;
  readonly gapsFound: Record<GapLayer, number>;
  slowConsumers: number;
  resetsSent: number;
  /** What was answered with a problem, or closed for it. */
  readonly refusals: Record<ProblemCode, number>;
  /** Sockets and polls that were not let in. */
  readonly admissionsRefused: Record<Pressure, number>;
}

const ACK_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const GROUP_BUCKETS = [1, 2, 5, 10, 20, 50, 100, 200];

export function newCounters(): Counters {
  return {
    framesIn: 0,
    framesOut: 0,
    ackSeconds: new Histogram({
      name: "shopbell_ack_seconds",
      help: "From the arrival of a message to its acknowledgement.",
      buckets: ACK_BUCKETS_S,
      registers: [],
    }),
    commitGroup: new Histogram({
      name: "shopbell_commit_group_size",
      help: "Changes that shared one commit.",
      buckets: GROUP_BUCKETS,
      registers: [],
    }),
    failedCommits: 0,
    gapsFound: { jump: 0, compare: 0, poll: 0, client: 0 },
    slowConsumers: 0,
    resetsSent: 0,
    refusals: Object.fromEntries(Object.keys(PROBLEMS).map((code) => [code, 0])) as Record<ProblemCode, number>,
    admissionsRefused: { draining: 0, behind: 0, address: 0, rate: 0 },
  };
}
