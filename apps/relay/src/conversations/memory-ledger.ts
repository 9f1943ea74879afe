import type { ConversationId, Entry, MessageId } from "@shopbell/protocol";
import { type SignInAge, signInStands } from "../agents/sign-in.ts";
import { type TokenAge, tokenStands } from "../visitors/visitor.ts";
import type { Recorded } from "./accept-message.ts";
import { authorKey } from "./author-key.ts";
import type { Conversation } from "./conversation.ts";
import type { Beginning, Job, Ledger } from "./ledger.ts";
import type { Party, Side, TokenHolder, VisitorParty } from "./party.ts";

/** A visitor who may begin a conversation, as a conversation names them and their shop. */
export interface Beginner {
  readonly visitorName: string | null;
  readonly siteName: string;
}

/** What was read for a group of works. What is missing does not exist. */
export interface Known {
  readonly conversations: Map<ConversationId, Conversation>;
  /** By token hash. */
  readonly tokens: Map<string, TokenAge>;
  /** By id of the sign-in. */
  readonly signIns: Map<string, SignInAge>;
  /** By `recordKey`. */
  readonly recorded: Map<string, Recorded>;
  /** Seqs of visitors' messages beyond the agents' marker, where that marker may move. */
  readonly unseen: Map<ConversationId, number[]>;
  /** By visitor's id. */
  readonly beginners: Map<string, Beginner>;
  /** The number that the last conversation was given. */
  lastNumber: number;
}

/** What the works of a group changed, to be written at once. */
export interface Changes {
  readonly visitors: { readonly party: TokenHolder; readonly locale: string | null; readonly at: number }[];
  /** Last uses, by token hash. */
  readonly touched: Map<string, number>;
  /** Visitors none of whose tokens stand any more. */
  readonly ended: Set<string>;
  readonly begun: Set<ConversationId>;
  /** Every conversation that was begun or changed, as it is after the group. */
  readonly conversations: Map<ConversationId, Conversation>;
  readonly entries: { readonly conversation: number; readonly entry: Entry; readonly author: string }[];
  /** By kind and key. */
  readonly jobs: Map<string, { readonly job: Job; readonly at: number }>;
}

/** Names a message among those of a group: ids are unique for each author in each conversation only (S3). */
export function recordKey(conversationId: ConversationId, author: string, messageId: MessageId): string {
  return `${conversationId} ${author} ${messageId}`;
}

/** The ledger over what was read before, for a database that does not answer at once. Works see what those before them did. */
export class MemoryLedger implements Ledger {
  readonly changes: Changes = {
    visitors: [],
    touched: new Map(),
    ended: new Set(),
    begun: new Set(),
    conversations: new Map(),
    entries: [],
    jobs: new Map(),
  };
  readonly #known: Known;

  constructor(known: Known) {
    this.#known = known;
  }

  stands(party: Party, now: number): boolean {
    if (party.kind === "rule") return true;
    if (party.kind === "agent") {
      const signIn = this.#known.signIns.get(party.signInId);
      return signIn !== undefined && signInStands(signIn, now);
    }
    if (party.tokenHash === null) return true;
    const token = this.#known.tokens.get(party.tokenHash);
    return token !== undefined && !this.changes.ended.has(party.id) && tokenStands(token, now);
  }

  find(id: ConversationId): Conversation | undefined {
    return this.#known.conversations.get(id);
  }

  openOf(visitorId: string): Conversation[] {
    return [...this.#known.conversations.values()].filter(
      ({ visitor, state }) => visitor.id === visitorId && state !== "closed",
    );
  }

  recorded({ id }: Conversation, author: Party, messageId: MessageId): Recorded | undefined {
    return this.#known.recorded.get(recordKey(id, authorKey(author), messageId));
  }

  begin(visitor: VisitorParty, { id, startedOn, at, channel, promisedAt }: Beginning): Conversation {
    const beginner = this.#known.beginners.get(visitor.id);
    if (beginner === undefined) throw new Error("a conversation begins that was not expected to");
    this.#known.lastNumber += 1;
    const begun: Conversation = {
      id,
      number: this.#known.lastNumber,
      site: { key: visitor.siteKey, name: beginner.siteName },
      visitor: { id: visitor.id, name: beginner.visitorName },
      state: "open",
      assignee: null,
      lastSeq: 0,
      lastAt: at,
      lastMessage: null,
      seen: { visitor: 0, agent: 0 },
      waitingSince: null,
      unread: 0,
      startedOn,
      createdAt: at,
      channel,
      email: null,
      phone: null,
      callAt: null,
      requestedAt: null,
      promisedAt,
      firstReplyAt: null,
      snoozedUntil: null,
      mailedSeq: 0,
    };
    this.changes.begun.add(id);
    this.#known.unseen.set(id, []);
    this.#keep(begun);
    return begun;
  }

  append(_before: Conversation, after: Conversation, entries: readonly Entry[], author: Party): void {
    for (const entry of entries) this.#addEntry(after, entry, authorKey(author));
    this.#keep(after);
  }

  markSeen(conversation: Conversation, side: Side, seq: number): Conversation {
    const unread = side === "agent" ? this.#countUnseen(conversation.id, seq) : conversation.unread;
    const after = { ...conversation, unread, seen: { ...conversation.seen, [side]: seq } };
    this.#keep(after);
    return after;
  }

  addVisitor(party: TokenHolder, locale: string | null, now: number): void {
    this.changes.visitors.push({ party, locale, at: now });
    this.#known.tokens.set(party.tokenHash, { createdAt: now, seenAt: now });
  }

  touchToken({ tokenHash }: TokenHolder, now: number): void {
    this.changes.touched.set(tokenHash, now);
  }

  endTokens(visitorId: string): void {
    this.changes.ended.add(visitorId);
  }

  schedule(job: Job, now: number): void {
    const name = `${job.kind} ${job.key}`;
    if (!this.changes.jobs.has(name)) this.changes.jobs.set(name, { job, at: now });
  }

  #keep(conversation: Conversation): void {
    this.#known.conversations.set(conversation.id, conversation);
    this.changes.conversations.set(conversation.id, conversation);
  }

  #addEntry({ id, number }: Conversation, entry: Entry, author: string): void {
    this.changes.entries.push({ conversation: number, entry, author });
    if (entry.kind !== "message") return;
    this.#known.recorded.set(recordKey(id, author, entry.id), entry);
    if (author === "visitor") this.#known.unseen.get(id)?.push(entry.seq);
  }

  #countUnseen(id: ConversationId, marker: number): number {
    const unseen = this.#known.unseen.get(id);
    if (unseen === undefined) throw new Error("a marker moves that was not expected to");
    return unseen.filter((seq) => seq > marker).length;
  }
}
