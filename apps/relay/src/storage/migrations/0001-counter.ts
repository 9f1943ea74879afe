import type { Kysely } from "kysely";

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
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("number", "bigint", (c) => c.notNull().unique())
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
  await db.schema.createIndex("conversations_visitor").on("conversations").columns(["visitor_id", "last_at"]).execute();
  await db.schema.createIndex("conversations_state").on("conversations").columns(["state", "last_at"]).execute();
  await db.schema
    .createTable("entries")
    .addColumn("conversation_id", "text", (c) => c.notNull().references("conversations.id").onDelete("cascade"))
    .addColumn("seq", "bigint", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("message_id", "text")
    .addColumn("author_kind", "text", (c) => c.notNull())
    .addColumn("author_id", "text")
    .addColumn("text", "text")
    .addColumn("event", "text")
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("entries_place", ["conversation_id", "seq"])
    .addUniqueConstraint("entries_message", ["conversation_id", "author_id", "message_id"])
    .execute();
}
