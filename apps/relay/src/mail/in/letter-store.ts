import type { ConversationId } from "@shopbell/protocol";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../storage/schema.ts";
import type { Correspondence } from "./accept-mail.ts";

/** A visitor who is known by a mail alone. */
export interface MailVisitor {
  readonly id: string;
  readonly siteKey: string;
  readonly name: string | null;
}

/** What mail asks the database, and what it notes beside the ledger. */
export class LetterStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** The conversation of a number that a reply address names. The caller compares the token. */
  async numbered(number: number): Promise<Correspondence | undefined> {
    const found = await this.#correspondence().where("c.number", "=", number).executeTakeFirst();
    return found && { ...found, email: found.email ?? (await this.#bouncedIn(number)) };
  }

  /** The address that mail came back from last: who writes from there all the same shows that it works. */
  async #bouncedIn(number: number): Promise<string | null> {
    const row = await this.#db
      .selectFrom("entries")
      .select("detail")
      .where("conversation", "=", number)
      .where("event", "=", "bounced")
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirst();
    return (JSON.parse(row?.detail ?? "{}") as { address?: string }).address ?? null;
  }

  /** Is this one of the mails that went out from here? */
  async isSent(messageId: string): Promise<boolean> {
    const sent = this.#db.selectFrom("sent_mails").select("message_id").where("message_id", "=", messageId);
    return (await sent.executeTakeFirst()) !== undefined;
  }

  /** The conversation that a mail of ours was about. */
  async ofSent(messageId: string): Promise<Correspondence | undefined> {
    return this.#correspondence()
      .innerJoin("sent_mails as s", "s.conversation", "c.number")
      .where("s.message_id", "=", messageId)
      .executeTakeFirst();
  }

  /** Adds somebody who has written, unless they are there. */
  async addVisitor({ id, siteKey, name }: MailVisitor): Promise<void> {
    await this.#db
      .insertInto("visitors")
      .values({ id, site_key: siteKey, name, locale: null, created_at: this.#clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async noteSubject(id: ConversationId, subject: string): Promise<void> {
    await this.#db.updateTable("conversations").set({ subject }).where("id", "=", id).execute();
  }

  /** Notes that the visitor was proved to read mail at an address, if it is still theirs. */
  async noteProved(id: ConversationId, email: string): Promise<void> {
    await this.#db
      .updateTable("conversations")
      .set({ email_verified_at: this.#clock.now() })
      .where("id", "=", id)
      .where("email", "=", email)
      .where("email_verified_at", "is", null)
      .execute();
  }

  #correspondence() {
    return this.#db
      .selectFrom("conversations as c")
      .select(["c.id", "c.number", "c.site_key as siteKey", "c.visitor_id as visitorId", "c.email"])
      .$castTo<Correspondence>();
  }
}
