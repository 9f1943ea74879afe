import { ANA, aConversationId, aSummary, JOAO } from "@shopbell/protocol/testing";
import type { ConversationSummary } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { newlySpoken } from "./newly-spoken.ts";

function inboxOf(...rows: ConversationSummary[]) {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

test("after a lost connection everybody who spoke meanwhile rings, and nobody else", () => {
  const known = aSummary({ id: aConversationId(1), unread: 0 });
  const spoke = aSummary({ id: aConversationId(2), unread: 0 });
  const fresh = aSummary({ id: aConversationId(3) });
  const colleagues = aSummary({ id: aConversationId(4), assignee: JOAO });

  const after = inboxOf({ ...known }, { ...spoke, unread: 1, lastSeq: 2 }, fresh, colleagues);
  const rows = newlySpoken(inboxOf(known, spoke), after, ANA.id);

  expect(rows.map((row) => row.id)).toEqual([spoke.id, fresh.id]);
});
