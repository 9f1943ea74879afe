import type { AnswerHistory } from "@shopbell/protocol";
import type { Database } from "../storage/schema.ts";
import { VERSIONS_KEPT } from "./answer-rows-store.ts";

/** What one language of an answer has been, newest first. Empty where the site has no such answer. */
export async function historyOf(db: Database, siteKey: string, id: string, locale: string): Promise<AnswerHistory> {
  const rows = await db
    .selectFrom("answer_versions as version")
    .innerJoin("answers as answer", "answer.id", "version.answer_id")
    .leftJoin("agents as agent", "agent.id", "version.agent_id")
    .select([
      "version.version",
      "version.question",
      "version.source",
      "version.published",
      "version.at",
      "agent.name as by",
    ])
    .where("version.answer_id", "=", id)
    .where("version.locale", "=", locale)
    .where("answer.site_key", "=", siteKey)
    .orderBy("version.version", "desc")
    .limit(VERSIONS_KEPT)
    .execute();
  return { versions: rows.map((row) => ({ ...row, published: row.published === 1 })) };
}
