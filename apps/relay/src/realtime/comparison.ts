import type { ConversationId, Seen } from "@shopbell/protocol";
import { CLOSE } from "@shopbell/protocol/limits";
import type { Progress } from "../conversations/conversation-store.ts";
import { COMPARE_EVERY_MS } from "../limits.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { encode } from "./encode.ts";
import type { PeerContext } from "./peer-context.ts";
import type { Peers } from "./peers.ts";

/** What a comparison looks at and mends. */
export interface ComparisonOptions {
  readonly context: PeerContext;
  readonly peers: Peers;
  /** The lineage of the database as of now. */
  readonly epoch: () => Promise<string>;
}

/**
 * Finds in the database what was published and not heard, and gives it to who should have heard it (delivery.md, gaps):
 * every 15 s, at once after the bus was interrupted, and with every pulse while it is not whole.
 */
export class Comparison {
  readonly #options: ComparisonOptions;
  /** Called with every pulse. */
  readonly pulse = oneAtATime(() => this.#run());
  #comparedAt: number;
  #interrupted = false;
  /** How far the conversations had got at the last comparison. What was on its way then has arrived by the next pulse. */
  #progress: readonly Progress[] = [];
  #seen = new Map<ConversationId, Seen>();

  constructor(options: ComparisonOptions) {
    this.#options = options;
    this.#comparedAt = options.context.clock.steady();
  }

  /** What was published until now may not have been heard: compares at once. */
  interrupted(): void {
    this.#interrupted = true;
    this.pulse().catch(this.#options.context.fault);
  }

  async #run(): Promise<void> {
    const { bus, clock } = this.#options.context;
    this.#mend("compare");
    while (this.#interrupted || !bus.whole || clock.steady() - this.#comparedAt >= COMPARE_EVERY_MS) {
      const isUrgent = this.#interrupted || !bus.whole;
      this.#interrupted = false;
      this.#comparedAt = clock.steady();
      await this.#compare().catch((error: unknown) => {
        this.#interrupted = isUrgent; // what was to be looked for at once still is
        throw error;
      });
      if (isUrgent) this.#mend("poll");
      if (!this.#interrupted) return;
    }
  }

  async #compare(): Promise<void> {
    const { context, peers, epoch } = this.#options;
    const { lineage, counters, conversations, inbox } = context;
    const now = await epoch();
    if (now !== lineage.epoch) {
      lineage.epoch = now; // everybody starts over with the next welcome (H5)
      for (const peer of peers.all) peer.close(CLOSE.restarting);
      return;
    }
    const watched = new Set([...peers.all].flatMap(({ watches }) => watches.liveHeads.map(([id]) => id)));
    this.#progress = await conversations.progressOf([...watched]);
    this.#tellSeen();
    const rows = await inbox.compare();
    counters.gapsFound[context.bus.whole ? "compare" : "poll"] += rows;
    await this.#compareVisitors();
  }

  /** Gives those what they miss who are behind what the last comparison saw. */
  #mend(layer: "compare" | "poll"): void {
    const lastSeqs = new Map(this.#progress.map(({ id, lastSeq }) => [id, lastSeq]));
    this.#progress = [];
    if (lastSeqs.size === 0) return;
    for (const peer of this.#options.peers.all) {
      for (const [id, head] of peer.watches.liveHeads) {
        if (head >= (lastSeqs.get(id) ?? 0)) continue;
        this.#options.context.counters.gapsFound[layer] += 1;
        peer.refill(id);
      }
    }
  }

  /** Read markers have no place among the entries: one that moved since the last comparison is said again. */
  #tellSeen(): void {
    const seen = new Map(this.#progress.map((progress) => [progress.id, progress.seen]));
    for (const peer of this.#options.peers.all) {
      for (const [id] of peer.watches.liveHeads) {
        for (const by of ["visitor", "agent"] as const) {
          const seq = seen.get(id)?.[by] ?? 0;
          if (seq > (this.#seen.get(id)?.[by] ?? 0)) {
            peer.sink.send(encode({ type: "seen.changed", conversationId: id, by, seq }));
          }
        }
      }
    }
    this.#seen = seen;
  }

  /** Conversations that a visitor has begun on another relay, and visitors who have ended everything there. */
  async #compareVisitors(): Promise<void> {
    const { peers, context } = this.#options;
    const visitors = peers.visitors;
    const standing = await context.visitors.standing(visitors.map(({ party }) => party.tokenHash));
    const begun = Map.groupBy(
      await context.conversations.ofVisitors(visitors.map(({ party }) => party.id)),
      ({ visitorId }) => visitorId,
    );
    for (const { peer, party } of visitors) {
      if (standing.has(party.tokenHash)) peer.followBegun(begun.get(party.id) ?? []);
      else peer.close(CLOSE.unauthorized);
    }
  }
}
