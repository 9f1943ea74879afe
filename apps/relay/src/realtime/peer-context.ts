import type { Clock } from "../clock.ts";
import type { ConversationStore } from "../conversations/conversation-store.ts";
import type { Counters } from "../counters.ts";
import { Budgets } from "../http/rate-limit.ts";
import type { Limits } from "../limits.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import type { Journal } from "../storage/journal.ts";
import type { VisitorStore } from "../visitors/visitor-store.ts";
import type { Attendance } from "./attendance.ts";
import type { Bus } from "./bus.ts";
import type { Crowd } from "./crowd.ts";
import type { Desk } from "./desk.ts";

/** What every peer shares. */
export interface PeerContext {
  readonly epoch: string;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly counters: Counters;
  readonly bus: Bus;
  readonly journal: Journal;
  readonly desk: Desk;
  readonly conversations: ConversationStore;
  readonly visitors: VisitorStore;
  readonly sites: SiteDirectory;
  readonly attendance: Attendance;
  readonly crowd: Crowd;
  readonly budgets: PeerBudgets;
  /** Told of what should not happen, without what anybody wrote. */
  readonly fault: (error: unknown) => void;
}

/** One budget for each person and purpose. */
export interface PeerBudgets {
  readonly visitorFrames: Budgets;
  readonly agentFrames: Budgets;
  readonly visitorMessages: Budgets;
  readonly visitorBurst: Budgets;
  readonly agentMessages: Budgets;
  readonly visitorsPerAddress: Budgets;
  readonly startsPerAddress: Budgets;
  readonly startsPerVisitor: Budgets;
}

export function peerBudgets(limits: Limits): PeerBudgets {
  return {
    visitorFrames: new Budgets(limits.visitorFrames),
    agentFrames: new Budgets(limits.agentFrames),
    visitorMessages: new Budgets(limits.visitorMessages),
    visitorBurst: new Budgets(limits.visitorBurst),
    agentMessages: new Budgets(limits.agentMessages),
    visitorsPerAddress: new Budgets(limits.visitorsPerAddress),
    startsPerAddress: new Budgets(limits.startsPerAddress),
    startsPerVisitor: new Budgets(limits.startsPerVisitor),
  };
}
