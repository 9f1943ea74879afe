import type { Kysely } from "kysely";

/** Answers and their help centre, what was searched, public questions, orders, and the tokens of shops' own systems. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sites(db);
  await answers(db);
  await answerTexts(db);
  await searches(db);
  await posts(db);
  await orders(db);
}

async function sites(db: Kysely<unknown>): Promise<void> {
  const table = () => db.schema.alterTable("sites");
  await table().addColumn("help", "text").execute();
  await table().addColumn("ways", "text").execute();
  await table().addColumn("order_source", "text").execute();
  await table()
    .addColumn("answers_version", "bigint", (c) => c.notNull().defaultTo(0))
    .execute();
}

async function answers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("categories")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("site_key", "text", (c) => c.notNull().references("sites.key").onDelete("cascade"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("icon", "text", (c) => c.notNull())
    .addColumn("names", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("categories_site").on("categories").column("site_key").execute();
  await db.schema
    .createTable("answers")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("site_key", "text", (c) => c.notNull().references("sites.key").onDelete("cascade"))
    .addColumn("category_id", "text", (c) => c.references("categories.id").onDelete("set null"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("paths", "text", (c) => c.notNull())
    .addColumn("keywords", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("answers_site").on("answers").columns(["site_key", "position"]).execute();
  await db.schema.createIndex("answers_category").on("answers").column("category_id").execute();
}

async function answerTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("answer_texts")
    .addColumn("answer_id", "text", (c) => c.notNull().references("answers.id").onDelete("cascade"))
    .addColumn("locale", "text", (c) => c.notNull())
    .addColumn("site_key", "text", (c) => c.notNull())
    .addColumn("slug", "text", (c) => c.notNull())
    .addColumn("question", "text", (c) => c.notNull())
    .addColumn("source", "text", (c) => c.notNull())
    .addColumn("published_at", "bigint")
    .addColumn("changed_at", "bigint", (c) => c.notNull())
    .addColumn("agent_id", "text")
    .addPrimaryKeyConstraint("answer_texts_place", ["answer_id", "locale"])
    .addUniqueConstraint("answer_texts_slug", ["site_key", "locale", "slug"])
    .execute();
  await db.schema
    .createTable("answer_versions")
    .addColumn("answer_id", "text", (c) => c.notNull().references("answers.id").onDelete("cascade"))
    .addColumn("locale", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("question", "text", (c) => c.notNull())
    .addColumn("source", "text", (c) => c.notNull())
    .addColumn("published", "integer", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .addColumn("agent_id", "text")
    .addPrimaryKeyConstraint("answer_versions_place", ["answer_id", "locale", "version"])
    .execute();
  await db.schema
    .createTable("answer_votes")
    .addColumn("answer_id", "text", (c) => c.notNull().references("answers.id").onDelete("cascade"))
    .addColumn("voter", "text", (c) => c.notNull())
    .addColumn("locale", "text", (c) => c.notNull())
    .addColumn("useful", "integer", (c) => c.notNull())
    .addColumn("words", "text")
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("answer_votes_place", ["answer_id", "voter"])
    .execute();
}

async function searches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("searches")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("site_key", "text", (c) => c.notNull().references("sites.key").onDelete("cascade"))
    .addColumn("locale", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("found", "integer", (c) => c.notNull())
    .addColumn("answer_id", "text", (c) => c.references("answers.id").onDelete("set null"))
    .addColumn("conversation", "integer", (c) => c.references("conversations.number").onDelete("cascade"))
    .addColumn("at", "bigint", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("searches_site").on("searches").columns(["site_key", "at"]).execute();
  await db.schema.createIndex("searches_answer").on("searches").column("answer_id").execute();
  await db.schema.createIndex("searches_conversation").on("searches").column("conversation").execute();
  await db.schema
    .createTable("searches_done")
    .addColumn("site_key", "text", (c) => c.notNull().references("sites.key").onDelete("cascade"))
    .addColumn("locale", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("searches_done_place", ["site_key", "locale", "words"])
    .execute();
}

async function posts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("posts")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("site_key", "text", (c) => c.notNull().references("sites.key").onDelete("cascade"))
    .addColumn("answer_id", "text", (c) => c.notNull().references("answers.id").onDelete("cascade"))
    .addColumn("parent_id", "text")
    .addColumn("locale", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("email", "text")
    .addColumn("agent_id", "text")
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("posts_answer").on("posts").columns(["answer_id", "state", "at"]).execute();
  await db.schema.createIndex("posts_site").on("posts").columns(["site_key", "state", "at"]).execute();
  await db.schema.createIndex("posts_parent").on("posts").column("parent_id").execute();
  await db.schema
    .createTable("post_reports")
    .addColumn("post_id", "text", (c) => c.notNull().references("posts.id").onDelete("cascade"))
    .addColumn("reporter", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("post_reports_place", ["post_id", "reporter"])
    .execute();
}

async function orders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("orders")
    .addColumn("site_key", "text", (c) => c.notNull().references("sites.key").onDelete("cascade"))
    .addColumn("number", "text", (c) => c.notNull())
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("detail", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("orders_place", ["site_key", "number"])
    .execute();
  await db.schema.createIndex("orders_email").on("orders").columns(["site_key", "email"]).execute();
  await db.schema
    .createTable("api_tokens")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("site_key", "text", (c) => c.notNull().references("sites.key").onDelete("cascade"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("token_hash", "text", (c) => c.notNull().unique())
    .addColumn("last_four", "text", (c) => c.notNull())
    .addColumn("created_at", "bigint", (c) => c.notNull())
    .addColumn("used_at", "bigint")
    .execute();
}
