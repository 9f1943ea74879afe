import type { Database } from "../storage/schema.ts";

/** The address of a conversation's visitor, where it was proved that they read it; null otherwise. */
export async function provenEmail(db: Database, conversation: number): Promise<string | null> {
  const row = await db
    .selectFrom("conversations")
    .select("email")
    .where("number", "=", conversation)
    .where("email_verified_at", "is not", null)
    .executeTakeFirst();
  return row?.email ?? null;
}
