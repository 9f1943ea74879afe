import type { Database } from "../storage/schema.ts";
import type { ShownPost } from "./shown-post.ts";

/** More than anybody reads below an answer. */
const MAX_SHOWN = 300;

interface Place {
  readonly answerId: string;
  readonly locale: string;
}

/** What readers of an answer see below it: the newest of it, where it is very much. */
export async function shownUnder(db: Database, { answerId, locale }: Place): Promise<ShownPost[]> {
  const rows = await db
    .selectFrom("posts as p")
    .leftJoin("agents as a", "a.id", "p.agent_id")
    .select(["p.id", "p.parent_id", "p.name", "p.agent_id", "a.photo", "p.text", "p.at"])
    .where("p.answer_id", "=", answerId)
    .where("p.locale", "=", locale)
    .where("p.state", "=", "shown")
    .orderBy("p.at", "desc")
    .limit(MAX_SHOWN)
    .execute();
  return rows.map(({ parent_id, agent_id, photo, ...row }) => ({
    ...row,
    parentId: parent_id,
    agent: agent_id === null ? null : { photo },
  }));
}
