import { sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import type { FirstReply } from "./reply-time.ts";

/** The newest of them: what a median is taken of need not be all, and each costs 5 us. */
const MAX_REPLIES = 2_000;

/** How long the visitors of a site waited for a first reply to their chats, since then. */
export async function firstReplies(db: Database, siteKey: string, since: number): Promise<FirstReply[]> {
  return db
    .selectFrom("conversations")
    .select(["created_at as at", sql<number>`first_reply_at - created_at`.as("waitedMs")])
    .where("site_key", "=", siteKey)
    .where("created_at", ">=", since)
    .where("channel", "=", "chat")
    .where("first_reply_at", "is not", null)
    .orderBy("created_at", "desc")
    .limit(MAX_REPLIES)
    .execute();
}
