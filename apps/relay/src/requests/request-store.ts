import { sql } from "kysely";
import type { Conversation } from "../conversations/conversation.ts";
import { conversationQuery, toConversation } from "../conversations/conversation-rows-store.ts";
import { OWN_CONVERSATIONS } from "../limits.ts";
import type { Database } from "../storage/schema.ts";

/** Somebody who writes by a form: nobody holds a token for them. */
export interface FormVisitor {
  readonly id: string;
  readonly siteKey: string;
  readonly name: string | null;
  readonly locale: string | null;
}

/** When it became the visitor's turn, or nobody's. */
export interface Turned {
  readonly answeredAt: number | null;
  readonly closedAt: number | null;
}

/** What the pages of requests read and write beside the ledger. */
export class RequestStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The conversation that a link names. Whether the link opens it is for `openLink` to say. */
  async numbered(number: number): Promise<Conversation | undefined> {
    const row = await conversationQuery(this.#db).where("c.number", "=", number).executeTakeFirst();
    return row && toConversation(row);
  }

  /** A visitor's conversations, newest first. */
  async ofVisitor(visitorId: string): Promise<Conversation[]> {
    const rows = await conversationQuery(this.#db)
      .where("c.visitor_id", "=", visitorId)
      .orderBy("c.number", "desc")
      .limit(OWN_CONVERSATIONS)
      .execute();
    return rows.map(toConversation);
  }

  /** The conversations of a site whose visitors have proved that they read this address, and this visitor's own with it; newest first. */
  async withAddress(siteKey: string, email: string, visitorId: string): Promise<Conversation[]> {
    const rows = await conversationQuery(this.#db)
      .where("c.email", "=", email)
      .where("c.site_key", "=", siteKey)
      .where(({ eb, or }) => or([eb("c.visitor_id", "=", visitorId), eb("c.email_verified_at", "is not", null)]))
      .orderBy("c.number", "desc")
      .limit(OWN_CONVERSATIONS)
      .execute();
    return rows.map(toConversation);
  }

  /** What each of these conversations began with: the subject of a mail, else its first words. */
  async openings(numbers: readonly number[]): Promise<Map<number, string>> {
    if (numbers.length === 0) return new Map();
    const rows = await this.#db
      .selectFrom("conversations as c")
      .leftJoin("entries as e", (join) => join.onRef("e.conversation", "=", "c.number").on("e.seq", "=", 1))
      .select(["c.number", "c.subject", "e.text"])
      .where("c.number", "in", numbers)
      .execute();
    return new Map(rows.map(({ number, subject, text }) => [number, subject ?? text ?? ""]));
  }

  /** When the shop wrote last in a conversation, and when it was last closed; null is never. */
  async turnedAt(number: number): Promise<Turned> {
    const isOurs = sql`kind = 'message' AND author NOT IN ('visitor', 'rule')`;
    return this.#db
      .selectFrom("entries")
      .select(sql<number | null>`max(CASE WHEN ${isOurs} THEN at END)`.as("answeredAt"))
      .select(sql<number | null>`max(CASE WHEN event = 'closed' THEN at END)`.as("closedAt"))
      .where("conversation", "=", number)
      .executeTakeFirstOrThrow();
  }

  /** What a file is called that came with a message of this conversation. */
  async fileName(number: number, id: string): Promise<string | undefined> {
    const files = this.#db.selectFrom("files").select("name").where("conversation", "=", number).where("id", "=", id);
    return (await files.executeTakeFirst())?.name;
  }

  /** When transcripts of a conversation went out since a time. */
  async transcriptsSince(number: number, since: number): Promise<number[]> {
    const rows = await this.#db
      .selectFrom("sent_mails")
      .select("at")
      .where("conversation", "=", number)
      .where("kind", "=", "transcript")
      .where("at", ">", since)
      .execute();
    return rows.map(({ at }) => at);
  }

  async localeOf(visitorId: string): Promise<string | null> {
    const row = await this.#db.selectFrom("visitors").select("locale").where("id", "=", visitorId).executeTakeFirst();
    return row?.locale ?? null;
  }

  /** Stores a visitor; one that is known stays as they are, so that a form may be sent twice. */
  async addVisitor({ id, siteKey, name, locale }: FormVisitor, now: number): Promise<void> {
    await this.#db
      .insertInto("visitors")
      .values({ id, site_key: siteKey, name, locale, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Notes that whoever acts reads mail at the address of this conversation. The first time counts. */
  async verifyAddress(number: number, email: string, now: number): Promise<void> {
    await this.#db
      .updateTable("conversations")
      .set({ email_verified_at: now })
      .where("number", "=", number)
      .where("email", "=", email)
      .where("email_verified_at", "is", null)
      .execute();
  }
}
