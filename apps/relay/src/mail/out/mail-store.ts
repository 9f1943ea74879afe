import type { Message } from "@shopbell/protocol";
import { sql } from "kysely";
import type { Clock } from "../../clock.ts";
import type { Conversation } from "../../conversations/conversation.ts";
import { conversationQuery, entryQuery, toConversation, toEntry } from "../../conversations/conversation-rows-store.ts";
import type { Database } from "../../storage/schema.ts";

/** What a mail about a conversation is written from. */
export interface Matter {
  readonly conversation: Conversation;
  /** The language that its visitor's browser asked for. */
  readonly locale: string | null;
  /** Of the mail that it began with. */
  readonly subject: string | null;
}

/** A mail that is about to go out. */
export interface Sent {
  readonly messageId: string;
  readonly kind: string;
  readonly recipient: string;
  readonly conversation: number | null;
}

const DAY_MS = 24 * 3_600_000;
/** Messages that one mail can hold. */
const MAX_MESSAGES = 1_000;

/** What mails are written from, and which went out. */
export class MailStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** The conversation with this number, if it is still there. */
  async matter(number: number): Promise<Matter | undefined> {
    const row = await conversationQuery(this.#db)
      .select(["v.locale", "c.subject"])
      .where("c.number", "=", number)
      .executeTakeFirst();
    return row && { conversation: toConversation(row), locale: row.locale, subject: row.subject };
  }

  /** What was said up to a seq, oldest first: the last of it, where it is very much. */
  async messages(conversation: number, upTo: number): Promise<Message[]> {
    const rows = await entryQuery(this.#db)
      .where("e.conversation", "=", conversation)
      .where("e.kind", "=", "message")
      .where("e.seq", "<=", upTo)
      .orderBy("e.seq", "desc")
      .limit(MAX_MESSAGES)
      .execute();
    return rows
      .toReversed()
      .map(toEntry)
      .filter((entry) => entry.kind === "message");
  }

  /** Notes a mail before it goes out, so that whatever comes back finds it. @param at as of when it tells */
  async note(sent: Sent, at = this.#clock.now()): Promise<void> {
    await this.#db
      .insertInto("sent_mails")
      .values(toRow(sent, at))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /**
   * The same for a kind of which an address gets one a day. Returns whether this is the one.
   *
   * @param isRetry was this very mail noted by an attempt that failed? Then it still is the one; otherwise a mail that is
   *   noted already has gone out, and was asked for again.
   */
  async noteOncePerDay(sent: Sent, isRetry: boolean): Promise<boolean> {
    const { message_id, kind, recipient, conversation, at } = toRow(sent, this.#clock.now());
    const noted = await sql`INSERT INTO sent_mails (message_id, kind, recipient, conversation, at)
              SELECT CAST(${message_id} AS text), CAST(${kind} AS text), CAST(${recipient} AS text),
                     CAST(${conversation} AS integer), CAST(${at} AS bigint)
              WHERE NOT EXISTS (SELECT 1 FROM sent_mails
                                WHERE recipient = ${recipient} AND kind = ${kind} AND at > ${at - DAY_MS})
              ON CONFLICT DO NOTHING
              RETURNING message_id`.execute(this.#db);
    if (noted.rows.length > 0) return true;
    if (!isRetry) return false;
    const own = this.#db.selectFrom("sent_mails").select("at").where("message_id", "=", message_id);
    return (await own.executeTakeFirst()) !== undefined;
  }
}

function toRow({ messageId, ...row }: Sent, at: number) {
  return { ...row, message_id: messageId, at };
}
