import type { ConversationId } from "@shopbell/protocol/types";

/** The row that the keyboard reaches next: one step on, held at both ends; the first where none was reached yet. */
export function stepTo(
  rows: readonly ConversationId[],
  from: ConversationId | null,
  step: 1 | -1,
): ConversationId | null {
  const at = from === null ? -1 : rows.indexOf(from);
  if (at === -1) return rows[0] ?? null;
  return rows[at + step] ?? from;
}
