import { type Kysely, sql } from "kysely";

/** Opening hours and promises, requests that are answered later, mail, and what is to be done at a later time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sites(db);
  await conversations(db);
  await jobs(db);
  await mails(db);
}

async function sites(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("sites").addColumn("hours", "text").execute();
  await db.schema.alterTable("sites").addColumn("promises", "text").execute();
  await db.schema
    .createTable("site_days")
    .addColumn("site_key", "text", (c) => c.notNull().references("sites.key").onDelete("cascade"))
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("announced", "integer", (c) => c.notNull())
    .addColumn("kept", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("site_days_place", ["site_key", "day"])
    .execute();
  await db.schema.alterTable("agents").addColumn("away_reason", "text").execute();
  await db.schema
    .alterTable("agents")
    .addColumn("capacity", "integer", (c) => c.notNull().defaultTo(5))
    .execute();
  await db.schema.alterTable("agents").addColumn("mail_alerts_at", "bigint").execute();
}

async function conversations(db: Kysely<unknown>): Promise<void> {
  const table = () => db.schema.alterTable("conversations");
  await table()
    .addColumn("channel", "text", (c) => c.notNull().defaultTo("chat"))
    .execute();
  await table().addColumn("email", "text").execute();
  await table().addColumn("email_verified_at", "bigint").execute();
  await table().addColumn("phone", "text").execute();
  await table().addColumn("call_at", "bigint").execute();
  await table().addColumn("subject", "text").execute();
  await table().addColumn("requested_at", "bigint").execute();
  await table().addColumn("promised_at", "bigint").execute();
  await table().addColumn("first_reply_at", "bigint").execute();
  await table().addColumn("snoozed_until", "bigint").execute();
  await table()
    .addColumn("mailed_seq", "bigint", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex("conversations_email").on("conversations").column("email").execute();
  await db.schema
    .createIndex("conversations_snoozed")
    .on("conversations")
    .column("snoozed_until")
    .where(sql.ref("state"), "=", sql.lit("snoozed"))
    .execute();
  await db.schema.createIndex("conversations_begun").on("conversations").columns(["site_key", "created_at"]).execute();
  await db.schema.alterTable("entries").addColumn("channel", "text").execute();
  await db.schema.alterTable("entries").addColumn("detail", "text").execute();
}

async function jobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("jobs")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("payload", "text", (c) => c.notNull())
    .addColumn("run_at", "bigint", (c) => c.notNull())
    .addColumn("again_at", "bigint")
    .addColumn("leased_until", "bigint")
    .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("error", "text")
    .addColumn("dead_at", "bigint")
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .addUniqueConstraint("jobs_key", ["kind", "key"])
    .execute();
  await db.schema
    .createIndex("jobs_due")
    .on("jobs")
    .column("run_at")
    .where(sql.ref("dead_at"), "is", sql.lit(null))
    .execute();
}

async function mails(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("settings")
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("value", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("sent_mails")
    .addColumn("message_id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("recipient", "text", (c) => c.notNull())
    .addColumn("conversation", "integer", (c) => c.references("conversations.number").onDelete("cascade"))
    .addColumn("at", "bigint", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("sent_mails_recipient").on("sent_mails").columns(["recipient", "at"]).execute();
  await db.schema
    .createTable("files")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("conversation", "integer", (c) => c.notNull().references("conversations.number").onDelete("cascade"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("size", "integer", (c) => c.notNull())
    // Text, in base64: one type for both databases, and what copies, checks and backs up a database knows no other.
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("files_conversation").on("files").column("conversation").execute();
}
