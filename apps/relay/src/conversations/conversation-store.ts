import type { ConversationId, Entry } from "@shopbell/protocol";
import { MAX_REPLAYED, PAGE_SIZE } from "@shopbell/protocol/limits";
import { sql } from "kysely";
import { INBOX_SIZE, OWN_CONVERSATIONS } from "../limits.ts";
import { inParts } from "../storage/in-parts.ts";
import type { Database } from "../storage/schema.ts";
import { type Reached, reach } from "./access.ts";
import type { Conversation } from "./conversation.ts";
import { conversationQuery, entryQuery, toConversation, toEntry } from "./conversation-rows-store.ts";
import type { Party } from "./party.ts";

/** Some of a longer list, and whether there is more of it. */
export interface Part<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/** How far a conversation has got. */
export type Progress = Pick<Conversation, "id" | "lastSeq" | "seen">;

/** A conversation that somebody has begun. */
export interface Begun {
  readonly id: ConversationId;
  readonly number: number;
  readonly visitorId: string;
}

const INBOX_ORDER = sql`c.waiting_since ASC NULLS LAST, c.last_at DESC`;

/** Everything that is read of conversations outside the journal's transactions. States are literals: parameters match no partial index. */
export class ConversationStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The conversation with this id, if it is this party's. */
  async reach(party: Party, id: ConversationId): Promise<Reached | undefined> {
    const row = await conversationQuery(this.#db).where("c.id", "=", id).executeTakeFirst();
    return reach(party, row && toConversation(row));
  }

  /** A visitor's own conversations, newest first. */
  async ofVisitor(visitorId: string): Promise<Conversation[]> {
    const rows = await conversationQuery(this.#db)
      .where("c.visitor_id", "=", visitorId)
      .orderBy("c.last_at", "desc")
      .orderBy("c.number", "desc")
      .limit(OWN_CONVERSATIONS)
      .execute();
    return rows.map(toConversation);
  }

  /** What is open: who has waited longest first, then where it is their turn, newest first. */
  async inbox(): Promise<Part<Conversation>> {
    const rows = await conversationQuery(this.#db)
      .where("c.state", "=", sql.lit("open"))
      .orderBy(INBOX_ORDER)
      .limit(INBOX_SIZE + 1)
      .execute();
    return part(rows.map(toConversation), INBOX_SIZE);
  }

  /** How far those have got that the inbox begins with. */
  async inboxProgress(): Promise<Progress[]> {
    const rows = await progressQuery(this.#db)
      .where("c.state", "=", sql.lit("open"))
      .orderBy(INBOX_ORDER)
      .limit(INBOX_SIZE)
      .execute();
    return rows.map(toProgress);
  }

  /** How far these conversations have got. */
  async progressOf(ids: readonly ConversationId[]): Promise<Progress[]> {
    const rows = await inParts(ids, (some) => progressQuery(this.#db).where("c.id", "in", some).execute());
    return rows.map(toProgress);
  }

  /** The inbox rows of these conversations. For what is already an agent's business only: no party is asked for. */
  async rows(ids: readonly ConversationId[]): Promise<Conversation[]> {
    const rows = await inParts(ids, (some) => conversationQuery(this.#db).where("c.id", "in", some).execute());
    return rows.map(toConversation);
  }

  /** Every conversation of these visitors, oldest first. */
  async ofVisitors(visitorIds: readonly string[]): Promise<Begun[]> {
    return inParts(visitorIds, (some) =>
      this.#db
        .selectFrom("conversations")
        .select(["id", "number", "visitor_id as visitorId"])
        .where("visitor_id", "in", some)
        .orderBy("number")
        .$castTo<Begun>()
        .execute(),
    );
  }

  /** A page of closed conversations, newest first, last touched before an instant. */
  async closed(before: number): Promise<Part<Conversation>> {
    const rows = await conversationQuery(this.#db)
      .where("c.state", "=", sql.lit("closed"))
      .where("c.closed_at", "<", before)
      .orderBy("c.closed_at", "desc")
      .limit(PAGE_SIZE + 1)
      .execute();
    return part(rows.map(toConversation), PAGE_SIZE);
  }

  /** What is put off, those that come back first. */
  async snoozed(): Promise<Part<Conversation>> {
    const rows = await conversationQuery(this.#db)
      .where("c.state", "=", sql.lit("snoozed"))
      .orderBy("c.snoozed_until")
      .limit(INBOX_SIZE + 1)
      .execute();
    return part(rows.map(toConversation), INBOX_SIZE);
  }

  /** How many conversations a visitor has begun since an instant. */
  async begunSince(visitorId: string, since: number): Promise<number> {
    const { begun } = await this.#db
      .selectFrom("conversations")
      .select(({ fn }) => fn.countAll<number>().as("begun"))
      .where("visitor_id", "=", visitorId)
      .where("created_at", ">", since)
      .executeTakeFirstOrThrow();
    return Number(begun);
  }

  /** Entries after a seq, in order; `more` says that there are too many to replay one by one (P2). */
  async entriesAfter(conversation: Reached, seq: number): Promise<Part<Entry>> {
    const rows = await entryQuery(this.#db)
      .where("e.conversation", "=", conversation.number)
      .where("e.seq", ">", seq)
      .orderBy("e.seq")
      .limit(MAX_REPLAYED + 1)
      .execute();
    return part(rows.map(toEntry), MAX_REPLAYED);
  }

  /** The page of entries before a seq, oldest first. */
  async pageBefore(conversation: Reached, seq: number): Promise<Part<Entry>> {
    const rows = await entryQuery(this.#db)
      .where("e.conversation", "=", conversation.number)
      .where("e.seq", "<", seq)
      .orderBy("e.seq", "desc")
      .limit(PAGE_SIZE + 1)
      .execute();
    const { items, more } = part(rows.map(toEntry), PAGE_SIZE);
    return { items: items.toReversed(), more };
  }
}

function part<T>(rows: T[], size: number): Part<T> {
  return { items: rows.slice(0, size), more: rows.length > size };
}

function progressQuery(db: Database) {
  return db.selectFrom("conversations as c").select(["c.id", "c.last_seq", "c.seen_visitor", "c.seen_agent"]);
}

function toProgress(row: { id: string; last_seq: number; seen_visitor: number; seen_agent: number }): Progress {
  const seen = { visitor: row.seen_visitor, agent: row.seen_agent };
  return { id: row.id as ConversationId, lastSeq: row.last_seq, seen };
}
