import { type Kysely, sql } from "kysely";

/** The first tables: sites, agents, visitors, conversations and their entries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await installation(db);
  await people(db);
  await conversations(db);
}

async function installation(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("installation")
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("value", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("counters")
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("value", "bigint", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("sites")
    .addColumn("key", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("origins", "text", (c) => c.notNull())
    .addColumn("look", "text", (c) => c.notNull())
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .execute();
}

async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("agents")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("email", "text", (c) => c.notNull().unique())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("photo", "text")
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("password_hash", "text", (c) => c.notNull())
    .addColumn("disabled_at", "bigint")
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("sign_ins")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("agent_id", "text", (c) => c.notNull().references("agents.id").onDelete("cascade"))
    .addColumn("token_hash", "text", (c) => c.notNull().unique())
    .addColumn("browser", "text", (c) => c.notNull())
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .addColumn("seen_at", "bigint", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("sign_ins_agent").on("sign_ins").column("agent_id").execute();
  await db.schema
    .createTable("setup_links")
    .addColumn("token_hash", "text", (c) => c.primaryKey())
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("visitors")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("site_key", "text", (c) => c.notNull().references("sites.key").onDelete("cascade"))
    .addColumn("name", "text")
    .addColumn("locale", "text")
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("visitor_tokens")
    .addColumn("token_hash", "text", (c) => c.primaryKey())
    .addColumn("visitor_id", "text", (c) => c.notNull().references("visitors.id").onDelete("cascade"))
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .addColumn("seen_at", "bigint", (c) => c.notNull())
    .execute();
}

async function conversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("conversations")
    // "integer" and nothing longer: only that makes it SQLite's own row key, so that entries can refer to it for nothing.
    .addColumn("number", "integer", (c) => c.primaryKey())
    .addColumn("id", "text", (c) => c.notNull().unique())
    .addColumn("site_key", "text", (c) => c.notNull().references("sites.key"))
    .addColumn("visitor_id", "text", (c) => c.notNull().references("visitors.id"))
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("assignee_id", "text", (c) => c.references("agents.id"))
    .addColumn("last_seq", "bigint", (c) => c.notNull().defaultTo(0))
    .addColumn("last_at", "bigint", (c) => c.notNull())
    .addColumn("seen_visitor", "bigint", (c) => c.notNull().defaultTo(0))
    .addColumn("seen_agent", "bigint", (c) => c.notNull().defaultTo(0))
    .addColumn("waiting_since", "bigint")
    .addColumn("unread", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("started_on", "text")
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .execute();
  await conversationIndexes(db);
  await db.schema
    .createTable("entries")
    // The number and not the id: 32 characters in two indexes cost 40 us of CPU a message against 26, and a file half as
    // large again (12,000 messages in groups of 40 into 200 conversations, node:sqlite, synchronous=FULL).
    .addColumn("conversation", "integer", (c) => c.notNull().references("conversations.number").onDelete("cascade"))
    .addColumn("seq", "bigint", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("message_id", "text")
    .addColumn("author", "text", (c) => c.notNull())
    .addColumn("text", "text")
    .addColumn("event", "text")
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("entries_place", ["conversation", "seq"])
    .addUniqueConstraint("entries_message", ["conversation", "author", "message_id"])
    .execute();
}

/** No index holds what every message changes: one on `last_at` would be written with each of them. */
async function conversationIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex("conversations_visitor").on("conversations").column("visitor_id").execute();
  await db.schema
    .createIndex("conversations_open")
    .on("conversations")
    .column("waiting_since")
    .where(sql.ref("state"), "=", sql.lit("open"))
    .execute();
  await db.schema
    .createIndex("conversations_closed")
    .on("conversations")
    .column("last_at")
    .where(sql.ref("state"), "=", sql.lit("closed"))
    .execute();
}
