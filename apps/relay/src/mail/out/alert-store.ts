import type { Conversation } from "../../conversations/conversation.ts";
import { conversationQuery, toConversation } from "../../conversations/conversation-rows-store.ts";
import type { Database } from "../../storage/schema.ts";
import type { Told } from "./alert.ts";

const NOTHING_TOLD: Told = { upTo: 0, at: 0 };

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

  /** The chats of a site that wait for an answer, and began to after the last alert, oldest first. */
  async ringing(siteKey: string, told: Told = NOTHING_TOLD): Promise<Conversation[]> {
    const rows = await conversationQuery(this.#db)
      .where("c.site_key", "=", siteKey)
      .where((where) => where.or([where("c.number", ">", told.upTo), where("c.waiting_since", ">", told.at)]))
      .where("c.channel", "=", "chat")
      .where("c.state", "=", "open")
      .where("c.waiting_since", "is not", null)
      .orderBy("c.number")
      .execute();
    return rows.map(toConversation);
  }

  /** What an address was told about a site; undefined is nothing. */
  async toldTo(address: string, siteKey: string): Promise<Told | undefined> {
    const { upTo, at } = await this.#db
      .selectFrom("sent_mails as s")
      .innerJoin("conversations as c", "c.number", "s.conversation")
      .select(({ fn }) => [fn.max("c.number").as("upTo"), fn.max("s.at").as("at")])
      .where("s.recipient", "=", address)
      .where("s.kind", "=", "alert")
      .where("c.site_key", "=", siteKey)
      .$castTo<{ upTo: number | null; at: number | null }>()
      .executeTakeFirstOrThrow();
    return upTo === null || at === null ? undefined : { upTo, at };
  }
}
