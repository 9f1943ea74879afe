import type { ConversationId, Entry, RelayFrame } from "@shopbell/protocol";
import { PAGE_SIZE } from "@shopbell/protocol/limits";
import type { Reached } from "../conversations/access.ts";
import type { ConversationStore } from "../conversations/conversation-store.ts";
import { authorOf, type Party } from "../conversations/party.ts";
import type { Counters } from "../counters.ts";
import { type Bus, type BusMessage, conversationChannel, plain } from "./bus.ts";
import { encode } from "./encode.ts";
import type { PeerContext } from "./peer-context.ts";
import type { Sink } from "./sink.ts";
import { Watch } from "./watch.ts";

/** Conversations that one peer may follow at once: more than anybody looks at, and still little memory. */
const MAX_WATCHED = 200;

type WatchesContext = Pick<PeerContext, "bus" | "conversations" | "counters">;

/** The conversations that a peer follows, each from where its end left off. */
export class Watches {
  readonly #bus: Bus;
  readonly #store: ConversationStore;
  readonly #sink: Sink;
  readonly #watches = new Map<ConversationId, Watch>();
  readonly #counters: Counters;
  readonly #refill: (id: ConversationId) => void;
  #partyId: string | undefined;
  #ended = false;
  #draining = false;

  /** @param refill opens a conversation again after its head */
  constructor({ bus, conversations, counters }: WatchesContext, sink: Sink, refill: (id: ConversationId) => void) {
    this.#bus = bus;
    this.#store = conversations;
    this.#sink = sink;
    this.#counters = counters;
    this.#refill = refill;
  }

  /** Whose peer this is: what they caused themselves is kept from them where it says so. */
  belongTo(partyId: string): void {
    this.#partyId = partyId;
  }

  /** Last seq sent, of each conversation (P4). */
  get heads(): Record<ConversationId, number> {
    return Object.fromEntries([...this.#watches].map(([id, { head }]) => [id, head]));
  }

  /** Last seq sent of each that is complete as far as this relay knows. */
  get liveHeads(): [ConversationId, number][] {
    return [...this.#watches].flatMap(([id, watch]) => (watch.isLive ? [[id, watch.head]] : []));
  }

  /** Last seq sent of a conversation that is followed. */
  headOf(id: ConversationId): number | undefined {
    return this.#watches.get(id)?.head;
  }

  get areFull(): boolean {
    return this.#watches.size >= MAX_WATCHED;
  }

  has(id: ConversationId): boolean {
    return this.#watches.has(id);
  }

  /** Listens to a conversation that its visitor is about to begin. Nothing goes to the other end before `begin`. */
  async prepare(id: ConversationId): Promise<void> {
    if (!this.#ended) await this.#watch(id).ready;
  }

  /** The conversation has begun just now: there is nothing to replay. */
  begin(id: ConversationId): void {
    if (!this.#ended) this.#watch(id).goLive(0);
  }

  /** What is published from now on waits until `open` has given what came before it. */
  hold(id: ConversationId): void {
    this.#watches.get(id)?.hold();
  }

  /** Replays what the other end misses after a seq, or gives it the newest page, then follows (P1, P2, P3). */
  async open(conversation: Reached, after: number | null): Promise<void> {
    // The peer may have left while the conversation was looked up: nobody would ever end this watch.
    if (this.#ended) return;
    const watch = this.#watch(conversation.id);
    watch.hold();
    await watch.ready;
    const head = after === null ? await this.#sendNewest(conversation) : await this.#sendMissed(conversation, after);
    this.#send({ type: "resumed", conversationId: conversation.id, lastSeq: head, seen: conversation.seen });
    watch.goLive(head);
  }

  /** Tells the others that this party writes, or stopped. Only where it follows: that is where it was let in. */
  type(party: Party, id: ConversationId, typing: boolean): void {
    if (!this.has(id)) return;
    const frame = encode({ type: "typing.changed", conversationId: id, author: authorOf(party), typing });
    this.#bus.publish(conversationChannel(id), { ...plain(frame), except: party.id, lossy: true });
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
      (message) => this.#deliver(watch, message),
      () => {
        this.#counters.gapsFound.jump += 1;
        this.#refill(id);
      },
    );
    this.#watches.set(id, watch);
    return watch;
  }

  #deliver(watch: Watch, { frame, seq, except, lossy }: BusMessage): void {
    if (except !== null && except === this.#partyId) return;
    if (seq !== null && this.#sink.isBehind) {
      watch.lag(seq - 1);
      this.#catchUp();
    } else {
      this.#sink.send(frame, lossy);
    }
  }

  /** A reader who is behind is given nothing until they have read what they have, then what they missed from the database. */
  async #catchUp(): Promise<void> {
    if (this.#draining) return;
    this.#draining = true;
    this.#counters.slowConsumers += 1;
    await this.#sink.drained();
    this.#draining = false;
    for (const [id, watch] of this.#watches) if (watch.lags) this.#refill(id);
  }

  async #sendMissed(conversation: Reached, after: number): Promise<number> {
    const missed = await this.#store.entriesAfter(conversation, after);
    // An end that is ahead of the store holds entries that no longer exist.
    if (missed.more || after > conversation.lastSeq) {
      this.#counters.resetsSent += 1;
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
