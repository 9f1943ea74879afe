import type { Conversation } from "../../conversations/conversation.ts";
import { conversationQuery, toConversation } from "../../conversations/conversation-rows-store.ts";
import type { Database } from "../../storage/schema.ts";
import type { Told } from "./alert.ts";

/** Who wants to be alerted, about whom, and what they know already. */
export class AlertStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Addresses of those who want to be told when a visitor finds nobody. */
  async wantedBy(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom("agents")
      .select("email")
      .where("mail_alerts_at", "is not", null)
      .where("disabled_at", "is", null)
      .orderBy("email")
      .execute();
    return rows.map(({ email }) => email);
  }

  /** The chats of a site that still wait for a first answer, from a number on, oldest first. */
  async ringing(siteKey: string, from: number): Promise<Conversation[]> {
    const rows = await conversationQuery(this.#db)
      .where("c.site_key", "=", siteKey)
      .where("c.number", ">=", from)
      .where("c.channel", "=", "chat")
      .where("c.state", "=", "open")
      .where("c.waiting_since", "is not", null)
      .where("c.first_reply_at", "is", null)
      .orderBy("c.number")
      .execute();
    return rows.map(toConversation);
  }

  /** The last alert about a site that went to an address. */
  async lastTo(address: string, siteKey: string): Promise<Told | undefined> {
    return this.#db
      .selectFrom("sent_mails as s")
      .innerJoin("conversations as c", "c.number", "s.conversation")
      .select(["c.number as upTo", "s.at"])
      .where("s.recipient", "=", address)
      .where("s.kind", "=", "alert")
      .where("c.site_key", "=", siteKey)
      .orderBy("s.at", "desc")
      .limit(1)
      .executeTakeFirst();
  }
}
