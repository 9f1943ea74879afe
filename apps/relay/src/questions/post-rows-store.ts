import type { PostState } from "@shopbell/protocol";
import type { Selectable } from "kysely";
import type { Database, Schema } from "../storage/schema.ts";
import type { WrittenPost } from "./post.ts";

export type PostRow = Selectable<Schema["posts"]>;

export function toPost({ site_key, answer_id, parent_id, agent_id, state, ...row }: PostRow): WrittenPost {
  return {
    ...row,
    siteKey: site_key,
    answerId: answer_id,
    parentId: parent_id,
    agentId: agent_id,
    state: state as PostState,
  };
}

/** Stores a post unless it is there. Returns whether it was not. */
export async function insertPost(db: Database, post: WrittenPost): Promise<boolean> {
  const { siteKey, answerId, parentId, agentId, ...row } = post;
  const added = await db
    .insertInto("posts")
    .values({ ...row, site_key: siteKey, answer_id: answerId, parent_id: parentId, agent_id: agentId })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}
