import type { ConversationId } from "@shopbell/protocol";
import { type Conversation, summaryOf, versionOf } from "../conversations/conversation.ts";
import { ROWS_EVERY_MS } from "../limits.ts";
import { type Bus, inboxChannel, plain } from "./bus.ts";
import { encode } from "./encode.ts";

/**
 * Tells agents how the rows of the inbox have changed: the first change of a conversation at once, more of them together
 * a few times a second. Nobody reads faster, and each row goes to every agent.
 */
export class InboxRows {
  readonly #bus: Bus;
  readonly #waiting = new Map<ConversationId, Conversation>();
  /** Told within the interval that runs. */
  readonly #told = new Set<ConversationId>();
  #timer: NodeJS.Timeout | undefined;

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  /** This is what the conversation is now; `publish` tells it. */
  changed(conversation: Conversation): void {
    this.#waiting.set(conversation.id, conversation);
  }

  /** Called after each commit. */
  publish(): void {
    for (const [id, conversation] of this.#waiting) {
      if (this.#told.has(id)) continue;
      this.#told.add(id);
      this.#waiting.delete(id);
      this.#tell(conversation);
    }
    if (this.#told.size > 0) this.#timer ??= setTimeout(() => this.#nextInterval(), ROWS_EVERY_MS).unref();
  }

  #nextInterval(): void {
    this.#timer = undefined;
    this.#told.clear();
    this.publish();
  }

  #tell(conversation: Conversation): void {
    const frame = encode({ type: "conversation.changed", conversation: summaryOf(conversation) });
    const place = { seq: versionOf(conversation), about: conversation.id };
    this.#bus.publish(inboxChannel(conversation.site.key), { ...plain(frame), ...place });
  }
}
