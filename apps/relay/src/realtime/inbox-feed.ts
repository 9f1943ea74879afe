import type { ConversationId } from "@shopbell/protocol";
import { type Conversation, summaryOf, versionOf } from "../conversations/conversation.ts";
import type { ConversationStore } from "../conversations/conversation-store.ts";
import { type Bus, type BusMessage, inboxChannel, type Subscription } from "./bus.ts";
import { encode } from "./encode.ts";

type Listener = (frame: string) => void;

/**
 * The rows of the inbox, for all agents of this relay. Each row goes out once for each version, never an older one after
 * a newer one; rows that were published and not heard are found by comparing with the database.
 */
export class InboxFeed {
  readonly #bus: Bus;
  readonly #store: ConversationStore;
  readonly #siteKeys: () => Iterable<string>;
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #listeners = new Set<Listener>();
  /** The newest version that went out. */
  readonly #versions = new Map<ConversationId, number>();
  /** Conversations that were found closed, as of the version that went out. */
  readonly #closed = new Set<ConversationId>();
  #baseline: Promise<void> | undefined;

  constructor(bus: Bus, store: ConversationStore, siteKeys: () => Iterable<string>) {
    this.#bus = bus;
    this.#store = store;
    this.#siteKeys = siteKeys;
  }

  /** Resolves when no row can be missed that is newer than what is read of the inbox from then on. */
  async follow(listener: Listener): Promise<void> {
    this.#listeners.add(listener);
    this.#subscribe();
    this.#baseline ??= this.#takeBaseline();
    await this.#baseline;
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    for (const subscription of this.#subscriptions.values()) subscription.end();
    this.#subscriptions.clear();
    this.#versions.clear();
    this.#closed.clear();
    this.#baseline = undefined;
  }

  /** T3: every site's rows. Called with every pulse, because a site may have been added. */
  pulse(): void {
    if (this.#listeners.size > 0) this.#subscribe();
  }

  /** Sends out the rows that have changed without being heard of. Returns how many there were. */
  async compare(): Promise<number> {
    if (this.#baseline === undefined) return 0;
    await this.#baseline;
    const open = await this.#store.openVersions();
    const gone = [...this.#versions.keys()].filter((id) => !open.has(id) && !this.#closed.has(id));
    const changed = [...open].filter(([id, version]) => version > (this.#versions.get(id) ?? 0)).map(([id]) => id);
    const rows = await this.#store.rows([...changed, ...gone]);
    return rows.filter((row) => this.#sendOut(row)).length;
  }

  #subscribe(): void {
    for (const key of this.#siteKeys()) {
      if (this.#subscriptions.has(key)) continue;
      const subscription = this.#bus.subscribe(inboxChannel(key), (message) => this.#hear(message));
      this.#subscriptions.set(key, subscription);
    }
  }

  async #takeBaseline(): Promise<void> {
    try {
      await Promise.all([...this.#subscriptions.values()].map(({ ready }) => ready));
      for (const [id, version] of await this.#store.openVersions()) this.#isNews(id, version);
    } catch (error) {
      this.#baseline = undefined;
      throw error;
    }
  }

  #hear({ about, seq, frame }: BusMessage): void {
    if (about !== null && seq !== null && this.#isNews(about, seq)) this.#tell(frame);
  }

  #sendOut(row: Conversation): boolean {
    const isNews = this.#isNews(row.id, versionOf(row));
    if (isNews) this.#tell(encode({ type: "conversation.changed", conversation: summaryOf(row) }));
    if (row.state === "closed") this.#closed.add(row.id);
    return isNews;
  }

  #isNews(id: ConversationId, version: number): boolean {
    if (version <= (this.#versions.get(id) ?? 0)) return false;
    this.#versions.set(id, version);
    this.#closed.delete(id);
    return true;
  }

  #tell(frame: string): void {
    for (const listener of this.#listeners) listener(frame);
  }
}
