import type { Shelf } from "../answers/answer.ts";
import type { Clock } from "../clock.ts";
import type { LinkTo } from "../conversations/conversation.ts";
import type { ConversationStore } from "../conversations/conversation-store.ts";
import type { Counters } from "../counters.ts";
import { Budgets } from "../http/rate-limit.ts";
import type { SharedLimits } from "../http/rate-limit-shared.ts";
import type { Limits } from "../limits.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import type { Journal } from "../storage/journal.ts";
import type { VisitorStore } from "../visitors/visitor-store.ts";
import type { Attendance } from "./attendance.ts";
import type { Bus } from "./bus.ts";
import type { Crowd } from "./crowd.ts";
import type { Desk } from "./desk.ts";
import type { InboxFeed } from "./inbox-feed.ts";
import type { Shopfront } from "./shopfront.ts";

/** What every peer shares. */
export interface PeerContext {
  /** The database's lineage (H5). It changes when another database takes the place of this one. */
  readonly lineage: { epoch: string };
  readonly clock: Clock;
  readonly limits: Limits;
  readonly counters: Counters;
  readonly bus: Bus;
  readonly journal: Journal;
  readonly desk: Desk;
  readonly inbox: InboxFeed;
  readonly conversations: ConversationStore;
  readonly visitors: VisitorStore;
  readonly sites: SiteDirectory;
  readonly attendance: Attendance;
  readonly shop: Shopfront;
  readonly shelf: Shelf;
  readonly linkTo: LinkTo;
  readonly crowd: Crowd;
  readonly budgets: PeerBudgets;
  readonly sharedLimits: SharedLimits;
  /** Told of what should not happen, without what anybody wrote. */
  readonly fault: (error: unknown) => void;
}

/** One budget for each person and purpose, on this relay: a socket lives on one. */
export interface PeerBudgets {
  readonly visitorFrames: Budgets;
  readonly agentFrames: Budgets;
  readonly visitorMessages: Budgets;
  readonly visitorBurst: Budgets;
  readonly agentMessages: Budgets;
}

export function peerBudgets(limits: Limits): PeerBudgets {
  return {
    visitorFrames: new Budgets(limits.visitorFrames),
    agentFrames: new Budgets(limits.agentFrames),
    visitorMessages: new Budgets(limits.visitorMessages),
    visitorBurst: new Budgets(limits.visitorBurst),
    agentMessages: new Budgets(limits.agentMessages),
  };
}
