import type { ConversationEvent, ConversationId, Entry } from "@shopbell/protocol";
import type { Clock } from "../clock.ts";
import type { Change } from "../conversations/assignment.ts";
import {
  type Changed,
  changeConversation,
  forgetVisitor,
  seeConversation,
} from "../conversations/change-conversation.ts";
import type { Conversation } from "../conversations/conversation.ts";
import type { Ledger, Needs } from "../conversations/ledger.ts";
import type { AgentParty, Party, VisitorParty } from "../conversations/party.ts";
import { type AtTheCounter, type Sending, type Sent, sendMessage } from "../conversations/send-message.ts";
import type { Journal } from "../storage/journal.ts";
import { type Bus, conversationChannel, plain, type VisitorNews, visitorChannel } from "./bus.ts";
import { encode } from "./encode.ts";
import { InboxRows } from "./inbox-rows.ts";

/** The commit failed: nothing is stored, the same may be tried again. */
export interface NotStored {
  readonly kind: "refused";
  readonly reason: "storage-failed";
}

const NOT_STORED: NotStored = { kind: "refused", reason: "storage-failed" };

/** What changes the ticket that a visitor holds. */
const TICKET_EVENTS: ReadonlySet<ConversationEvent["event"]> = new Set(["requested", "bounced"]);

/** Where everything that changes a conversation passes: stored first, told to who asked, then published. */
export class Desk {
  readonly #journal: Journal;
  readonly #bus: Bus;
  readonly #clock: Clock;
  readonly #rows: InboxRows;
  readonly #atTheCounter: AtTheCounter;

  constructor(journal: Journal, bus: Bus, clock: Clock, atTheCounter: AtTheCounter) {
    this.#journal = journal;
    this.#bus = bus;
    this.#clock = clock;
    this.#atTheCounter = atTheCounter;
    this.#rows = new InboxRows(bus);
  }

  /**
   * Stores a message; `answer` hears the outcome after the commit and before anybody else hears the message.
   *
   * @param mayBegin may it begin a conversation? Otherwise one that would is refused as too fast.
   * @param next changes the conversation once more, in the same commit
   */
  send(
    party: Party,
    sending: Sending,
    mayBegin: boolean,
    answer: (sent: Sent | NotStored) => void,
    next?: (ledger: Ledger, now: number) => Changed,
  ): void {
    let sent: Sent | NotStored = NOT_STORED;
    this.#journal.submit({
      needs: { party, conversationId: sending.conversationId, messageId: sending.id, begins: mayBegin },
      run: (ledger) => {
        const context = { now: this.#clock.now(), mayBegin, atTheCounter: this.#atTheCounter };
        sent = sendMessage(ledger, party, sending, context);
        if (next && sent.kind === "accepted") sent = followedBy(sent, next(ledger, context.now));
      },
      settle: (stored) => {
        const outcome = stored ? sent : NOT_STORED;
        answer(outcome);
        const isNews = outcome.kind === "accepted" && outcome.entries.length > 0;
        if (isNews) this.#publish(outcome.conversation, outcome.entries);
        if (outcome.kind === "accepted" && outcome.began) {
          this.#tellRelays(outcome.conversation.visitor.id, { begun: outcome.conversation.id });
        }
      },
    });
  }

  /** The same for what has no peer to answer: a form, a mail. */
  receive(party: Party, sending: Sending, next?: (ledger: Ledger, now: number) => Changed): Promise<Sent | NotStored> {
    return new Promise((resolve) => this.send(party, sending, true, resolve, next));
  }

  /** Is nobody there who would hear a visitor of this site ring? */
  ringsForNobody(siteKey: string): boolean {
    return this.#atTheCounter(siteKey, "chat", this.#clock.now()).rings;
  }

  /** Moves the read marker of the party's side. */
  see(
    party: VisitorParty | AgentParty,
    id: ConversationId,
    seq: number,
    answer: (outcome: Changed | NotStored) => void,
  ): void {
    this.#change(
      { party, conversationId: id, marks: true },
      (ledger, now) => seeConversation(ledger, party, id, seq, now),
      (outcome) => {
        answer(outcome);
        if (outcome.kind === "changed") this.#publishSeen(party, outcome.conversation);
      },
    );
  }

  /** Claims, releases, closes or reopens. */
  change(party: Party, id: ConversationId, change: Change): Promise<Changed | NotStored> {
    return this.decide({ party, conversationId: id }, (ledger, now) =>
      changeConversation(ledger, party, id, change, now),
    );
  }

  /** Carries out any rule that changes one conversation. */
  decide(needs: Needs, rule: (ledger: Ledger, now: number) => Changed): Promise<Changed | NotStored> {
    return new Promise((resolve) => this.#change(needs, rule, resolve));
  }

  /** Ends everything of a visitor (H7). Resolves to whether that is stored. */
  async forget(visitor: VisitorParty): Promise<boolean> {
    let closed: readonly Changed[] = [];
    const stored = await this.#journal.store({ party: visitor, openOf: visitor.id }, (ledger) => {
      closed = forgetVisitor(ledger, visitor, this.#clock.now());
    });
    if (!stored) return false;
    for (const change of closed) if (change.kind === "changed") this.#publish(change.conversation, change.entries);
    this.publishRows();
    this.#tellRelays(visitor.id, { forgotten: true });
    return true;
  }

  /** Called when a commit's works have settled. */
  publishRows(): void {
    this.#rows.publish();
  }

  #change(
    needs: Needs,
    decide: (ledger: Ledger, now: number) => Changed,
    answer: (outcome: Changed | NotStored) => void,
  ): void {
    let changed: Changed | NotStored = NOT_STORED;
    this.#journal.submit({
      needs,
      run: (ledger) => {
        changed = decide(ledger, this.#clock.now());
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
      this.#bus.publish(channel, { ...plain(frame), seq: entry.seq });
    }
    this.#rows.changed(conversation);
    if (entries.some((entry) => entry.kind === "event" && TICKET_EVENTS.has(entry.event))) {
      this.#tellRelays(conversation.visitor.id, { requested: conversation.id });
    }
  }

  #tellRelays(visitorId: string, news: VisitorNews): void {
    this.#bus.publish(visitorChannel(visitorId), plain(JSON.stringify(news)));
  }

  #publishSeen(party: VisitorParty | AgentParty, { id, seen }: Conversation): void {
    const frame = encode({ type: "seen.changed", conversationId: id, by: party.kind, seq: seen[party.kind] });
    this.#bus.publish(conversationChannel(id), plain(frame));
  }
}

function followedBy(sent: Sent & { kind: "accepted" }, changed: Changed): Sent {
  if (changed.kind !== "changed") return sent;
  return { ...sent, entries: [...sent.entries, ...changed.entries], conversation: changed.conversation };
}
