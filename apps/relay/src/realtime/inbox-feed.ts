import type { ConversationId } from "@shopbell/protocol";
import { type Conversation, summaryOf, versionOf } from "../conversations/conversation.ts";
import type { ConversationStore, Progress } from "../conversations/conversation-store.ts";
import { type Bus, type BusMessage, inboxChannel, type Subscription } from "./bus.ts";
import { encode } from "./encode.ts";

/** Rows that are compared: those that an inbox begins with, and many more that changed since. */
const MAX_VERSIONS = 2_000;

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
  /** The newest version of each row that went out; first to be forgotten is what changed, and was shown, longest ago. */
  readonly #versions = new Map<ConversationId, number>();
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
    this.#baseline = undefined;
  }

  /** T3: every site's rows. Called with every pulse, because a site may have been added. */
  pulse(): void {
    if (this.#listeners.size > 0) this.#subscribe();
  }

  /**
   * Sends out the rows that have changed without being heard of, among those that agents are shown: the first of the inbox, and
   * whatever changed lately. Returns how many there were.
   */
  async compare(): Promise<number> {
    if (this.#baseline === undefined) return 0;
    await this.#baseline;
    const shown = await this.#store.inboxProgress();
    for (const { id } of shown) this.#keep(id); // forgotten among the many that change, it would look as if it had
    const lately = await this.#store.progressOf([...this.#versions.keys()]);
    const isBehind = (progress: Progress) => versionOf(progress) > (this.#versions.get(progress.id) ?? 0);
    const behind = new Set([...shown, ...lately].filter(isBehind).map(({ id }) => id));
    const rows = await this.#store.rows([...behind]);
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
      for (const progress of await this.#store.inboxProgress()) this.#isNews(progress.id, versionOf(progress));
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
    return isNews;
  }

  #isNews(id: ConversationId, version: number): boolean {
    if (version <= (this.#versions.get(id) ?? 0)) return false;
    this.#versions.set(id, version);
    this.#keep(id);
    const [oldest] = this.#versions.keys();
    if (this.#versions.size > MAX_VERSIONS && oldest) this.#versions.delete(oldest);
    return true;
  }

  /** Makes a version that is known the last to be forgotten. */
  #keep(id: ConversationId): void {
    const version = this.#versions.get(id);
    if (version === undefined) return;
    this.#versions.delete(id);
    this.#versions.set(id, version);
  }

  #tell(frame: string): void {
    for (const listener of this.#listeners) listener(frame);
  }
}
