import type { ConversationId, Entry } from "@shopbell/protocol";
import type { Clock } from "../clock.ts";
import type { Change } from "../conversations/assignment.ts";
import { type Changed, changeConversation, seeConversation } from "../conversations/change-conversation.ts";
import { type Conversation, summaryOf } from "../conversations/conversation.ts";
import type { Ledger } from "../conversations/ledger.ts";
import type { Party } from "../conversations/party.ts";
import { type Sending, type Sent, sendMessage } from "../conversations/send-message.ts";
import type { Journal } from "../storage/journal.ts";
import { type Bus, conversationChannel, inboxChannel, visitorChannel } from "./bus.ts";
import { encode } from "./encode.ts";

/** The commit failed: nothing is stored, the same may be tried again. */
export interface NotStored {
  readonly kind: "refused";
  readonly reason: "storage-failed";
}

const NOT_STORED: NotStored = { kind: "refused", reason: "storage-failed" };

/** Where everything that changes a conversation passes: stored first, told to who asked, then published. */
export class Desk {
  readonly #journal: Journal;
  readonly #ledger: Ledger;
  readonly #bus: Bus;
  readonly #clock: Clock;
  readonly #changed = new Map<ConversationId, Conversation>();

  constructor(journal: Journal, ledger: Ledger, bus: Bus, clock: Clock) {
    this.#journal = journal;
    this.#ledger = ledger;
    this.#bus = bus;
    this.#clock = clock;
  }

  /** Stores a message; `answer` hears the outcome after the commit and before anybody else hears the message. */
  send(party: Party, sending: Sending, mayBegin: () => boolean, answer: (sent: Sent | NotStored) => void): void {
    let sent: Sent | NotStored = NOT_STORED;
    this.#journal.submit({
      run: () => {
        sent = sendMessage(this.#ledger, party, sending, { now: this.#clock.now(), mayBegin });
      },
      settle: (stored) => {
        const outcome = stored ? sent : NOT_STORED;
        answer(outcome);
        const isNews = outcome.kind === "accepted" && outcome.entries.length > 0;
        if (isNews) this.#publish(outcome.conversation, outcome.entries);
        if (outcome.kind === "accepted" && outcome.began) this.#publishBegun(outcome.conversation);
      },
    });
  }

  /** Moves the read marker of the party's side. */
  see(party: Party, id: ConversationId, seq: number, answer: (outcome: Changed | NotStored) => void): void {
    this.#change(
      (now) => seeConversation(this.#ledger, party, id, seq, now),
      (outcome) => {
        answer(outcome);
        if (outcome.kind === "changed") this.#publishSeen(party, outcome.conversation);
      },
    );
  }

  /** Claims, releases, closes or reopens. */
  change(party: Party, id: ConversationId, change: Change): Promise<Changed | NotStored> {
    return new Promise((resolve) => {
      this.#change((now) => changeConversation(this.#ledger, party, id, change, now), resolve);
    });
  }

  /** Agents hear a row once for each commit, however many entries it got. */
  publishChanged(): void {
    for (const conversation of this.#changed.values()) {
      const frame = encode({ type: "conversation.changed", conversation: summaryOf(conversation) });
      this.#bus.publish(inboxChannel(conversation.site.key), { frame, seq: null, except: null, lossy: false });
    }
    this.#changed.clear();
  }

  #change(decide: (now: number) => Changed, answer: (outcome: Changed | NotStored) => void): void {
    let changed: Changed | NotStored = NOT_STORED;
    this.#journal.submit({
      run: () => {
        changed = decide(this.#clock.now());
      },
      settle: (stored) => {
        const outcome = stored ? changed : NOT_STORED;
        answer(outcome);
        if (outcome.kind === "changed") this.#publish(outcome.conversation, outcome.entries);
      },
    });
  }

  #publish(conversation: Conversation, entries: readonly Entry[]): void {
    const channel = conversationChannel(conversation.id);
    for (const entry of entries) {
      const frame = encode({ type: "entry.added", conversationId: conversation.id, entry });
      this.#bus.publish(channel, { frame, seq: entry.seq, except: null, lossy: false });
    }
    this.#changed.set(conversation.id, conversation);
  }

  #publishBegun({ id, visitor }: Conversation): void {
    this.#bus.publish(visitorChannel(visitor.id), { frame: id, seq: null, except: null, lossy: false });
  }

  #publishSeen(party: Party, { id, seen }: Conversation): void {
    const frame = encode({ type: "seen.changed", conversationId: id, by: party.kind, seq: seen[party.kind] });
    this.#bus.publish(conversationChannel(id), { frame, seq: null, except: null, lossy: false });
  }
}
