import { AnswerId, type PostState, type PublicPost, type PublicPosts } from "@shopbell/protocol";
import { sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { newId } from "../tokens.ts";
import type { WrittenPost } from "./post.ts";
import { insertPost, toPost } from "./post-rows-store.ts";

/** As many as an agent goes through at once. */
const MAX_LISTED = 200;

/** An agent's answer. */
export interface Reply {
  readonly agent: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly at: number;
}

/**
 * A site's posts for its agents: reported ones first, then held ones, newest first. What nobody has confirmed is not among them.
 *
 * @param state of those that are wanted; undefined is all
 */
export async function postsOf(db: Database, siteKey: string, state?: PostState): Promise<PublicPosts> {
  const [posts, held] = await Promise.all([listed(db, siteKey, state), countHeld(db, siteKey)]);
  return { posts, held };
}

async function listed(db: Database, siteKey: string, state?: PostState): Promise<PublicPost[]> {
  const reports = db
    .selectFrom("post_reports")
    .select(({ fn }) => ["post_id", fn.countAll<number>().as("count")])
    .groupBy("post_id")
    .as("r");
  const rows = await db
    .selectFrom("posts as p")
    .leftJoin("answer_texts as t", (join) =>
      join.onRef("t.answer_id", "=", "p.answer_id").onRef("t.locale", "=", "p.locale"),
    )
    .leftJoin(reports, "r.post_id", "p.id")
    .selectAll("p")
    .select(["t.question", "r.count as reports"])
    .where("p.site_key", "=", siteKey)
    .where("p.state", "!=", "unconfirmed")
    .$if(state !== undefined, (query) => query.where("p.state", "=", state ?? ""))
    .orderBy(sql`CASE WHEN r.count IS NOT NULL THEN 0 WHEN p.state = 'held' THEN 1 ELSE 2 END`)
    .orderBy("p.at", "desc")
    .orderBy("p.id")
    .limit(MAX_LISTED)
    .execute();
  return rows.map((row) => publicPost(toPost(row), row.question, Number(row.reports ?? 0)));
}

async function countHeld(db: Database, siteKey: string): Promise<number> {
  const { held } = await db
    .selectFrom("posts")
    .select(({ fn }) => fn.countAll<number>().as("held"))
    .where("site_key", "=", siteKey)
    .where("state", "=", "held")
    .executeTakeFirstOrThrow();
  return Number(held);
}

function publicPost(post: WrittenPost, question: string | null, reports: number): PublicPost {
  const { id, locale, parentId, name, text, at, state } = post;
  const answer = { id: AnswerId.parse(post.answerId), question: question ?? "" };
  return { id, answer, locale, parentId, name, byShop: post.agentId !== null, text, at, state, reports };
}

/** An agent has looked at a post, and says whether it is shown. False where the site has no such post. */
export function decide(db: Database, siteKey: string, id: string, state: "shown" | "hidden"): Promise<boolean> {
  return db.transaction().execute((transaction) => settle(transaction, siteKey, id, state).then((post) => !!post));
}

/** An agent answers a post, which is shown from then on. False where the site has no such post. */
export function replyTo(db: Database, siteKey: string, id: string, { agent, text, at }: Reply): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const post = await settle(transaction, siteKey, id, "shown");
    if (post === undefined) return false;
    const { answerId, locale } = post;
    const written = { id: newId(), siteKey, answerId, locale, parentId: post.parentId ?? post.id, text, at } as const;
    return insertPost(transaction, { ...written, name: agent.name, agentId: agent.id, email: null, state: "shown" });
  });
}

/** Earlier reports are dealt with, and who is hidden gets no mail from us. */
async function settle(
  db: Database,
  siteKey: string,
  id: string,
  state: "shown" | "hidden",
): Promise<WrittenPost | undefined> {
  const row = await db
    .updateTable("posts")
    .set({ state, ...(state === "hidden" && { email: null }) })
    .where("id", "=", id)
    .where("site_key", "=", siteKey)
    .where("state", "!=", "unconfirmed")
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await db.deleteFrom("post_reports").where("post_id", "=", id).execute();
  return toPost(row);
}
