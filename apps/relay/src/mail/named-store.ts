import type { ConversationId } from "@shopbell/protocol";
import { inParts } from "../storage/in-parts.ts";
import type { Database } from "../storage/schema.ts";

/** How owners are told which conversation a mail was about. */
export interface Named {
  readonly id: ConversationId;
  readonly number: number;
}

/** Those of these conversations that are still there, by their numbers. */
export async function namesOf(db: Database, numbers: readonly number[]): Promise<Map<number, Named>> {
  const rows = await inParts(numbers, (some) =>
    db.selectFrom("conversations").select(["id", "number"]).where("number", "in", some).$castTo<Named>().execute(),
  );
  return new Map(rows.map((row) => [row.number, row]));
}
