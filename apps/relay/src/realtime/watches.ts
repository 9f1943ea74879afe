import type { ConversationId, Entry, RelayFrame } from "@shopbell/protocol";
import { PAGE_SIZE } from "@shopbell/protocol/limits";
import type { Reached } from "../conversations/access.ts";
import type { ConversationStore } from "../conversations/conversation-store.ts";
import { authorOf, type Party } from "../conversations/party.ts";
import { type Bus, type BusMessage, conversationChannel } from "./bus.ts";
import { encode } from "./encode.ts";
import type { Sink } from "./sink.ts";
import { Watch } from "./watch.ts";

/** Conversations that one peer may follow at once: more than anybody looks at, and still little memory. */
const MAX_WATCHED = 200;

/** The conversations that a peer follows, each from where its end left off. */
export class Watches {
  readonly #bus: Bus;
  readonly #store: ConversationStore;
  readonly #sink: Sink;
  readonly #watches = new Map<ConversationId, Watch>();
  #partyId: string | undefined;
  #ended = false;

  constructor(bus: Bus, store: ConversationStore, sink: Sink) {
    this.#bus = bus;
    this.#store = store;
    this.#sink = sink;
  }

  /** Whose peer this is: what they caused themselves is kept from them where it says so. */
  belongTo(partyId: string): void {
    this.#partyId = partyId;
  }

  /** Last seq sent, of each conversation (P4). */
  get heads(): Record<ConversationId, number> {
    return Object.fromEntries([...this.#watches].map(([id, { head }]) => [id, head]));
  }

  get areFull(): boolean {
    return this.#watches.size >= MAX_WATCHED;
  }

  has(id: ConversationId): boolean {
    return this.#watches.has(id);
  }

  /** Follows a conversation that its visitor begins just now: there is nothing to replay. */
  begin(id: ConversationId): void {
    if (!this.#ended) this.#watch(id).goLive(0);
  }

  /** Replays what the other end misses after a seq, or gives it the newest page, then follows (P1, P2, P3). */
  async open(conversation: Reached, after: number | null): Promise<void> {
    // The peer may have left while the conversation was looked up: nobody would ever end this watch.
    if (this.#ended) return;
    const watch = this.#watch(conversation.id);
    watch.hold();
    try {
      await watch.ready;
      const head = after === null ? await this.#sendNewest(conversation) : await this.#sendMissed(conversation, after);
      this.#send({ type: "resumed", conversationId: conversation.id, lastSeq: head, seen: conversation.seen });
      watch.goLive(head);
    } catch (error) {
      this.stop(conversation.id); // on hold for ever, it would gather entries and deliver none
      throw error;
    }
  }

  /** Tells the others that this party writes, or stopped. Only where it follows: that is where it was let in. */
  type(party: Party, id: ConversationId, typing: boolean): void {
    if (!this.has(id)) return;
    const frame = encode({ type: "typing.changed", conversationId: id, author: authorOf(party), typing });
    this.#bus.publish(conversationChannel(id), { frame, seq: null, except: party.id, lossy: true });
  }

  stop(id: ConversationId): void {
    this.#watches.get(id)?.end();
    this.#watches.delete(id);
  }

  end(): void {
    this.#ended = true;
    for (const watch of this.#watches.values()) watch.end();
    this.#watches.clear();
  }

  #watch(id: ConversationId): Watch {
    const known = this.#watches.get(id);
    if (known) return known;
    const watch = new Watch(
      (listener) => this.#bus.subscribe(conversationChannel(id), listener),
      (message) => this.#deliver(message),
    );
    this.#watches.set(id, watch);
    return watch;
  }

  #deliver({ frame, except, lossy }: BusMessage): void {
    if (except === null || except !== this.#partyId) this.#sink.send(frame, lossy);
  }

  async #sendMissed(conversation: Reached, after: number): Promise<number> {
    const missed = await this.#store.entriesAfter(conversation, after);
    // An end that is ahead of the store holds entries that no longer exist.
    if (missed.more || after > conversation.lastSeq) {
      this.#send({ type: "reset", conversationId: conversation.id });
      return this.#sendNewest(conversation);
    }
    for (let start = 0; start < missed.items.length; start += PAGE_SIZE) {
      const entries = missed.items.slice(start, start + PAGE_SIZE);
      this.#send({ type: "entries.replayed", conversationId: conversation.id, entries });
      await this.#sink.drained();
    }
    return lastSeqOf(missed.items) ?? after;
  }

  async #sendNewest(conversation: Reached): Promise<number> {
    const { items, more } = await this.#store.pageBefore(conversation, Number.MAX_SAFE_INTEGER);
    this.#send({ type: "history.page", conversationId: conversation.id, entries: [...items], more });
    await this.#sink.drained();
    return lastSeqOf(items) ?? 0;
  }

  #send(frame: RelayFrame): void {
    this.#sink.send(encode(frame));
  }
}

function lastSeqOf(entries: readonly Entry[]): number | undefined {
  return entries.at(-1)?.seq;
}
