import { ANA, aConversationId, aSummary, JOAO } from "@shopbell/protocol/testing";
import type { ConversationSummary } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { aMember } from "../testing/fake-line.ts";
import { withOwnLoad } from "./use-team.ts";

const TEAM = [aMember({ load: 0 }), aMember({ agent: JOAO, load: 2 })];

function inboxOf(...rows: Partial<ConversationSummary>[]) {
  return Object.fromEntries(rows.map((row, n) => [aConversationId(n), aSummary(row)]));
}

function loads(inbox: Parameters<typeof withOwnLoad>[1]) {
  return withOwnLoad(TEAM, inbox, ANA.id).map(({ load }) => load);
}

test("what I just took counts at once; what colleagues have the relay says", () => {
  expect(loads(inboxOf({ assignee: ANA }, { assignee: JOAO }, { assignee: null }))).toEqual([1, 2]);
});

test("what is snoozed or closed is no load", () => {
  const mine = (state: ConversationSummary["state"]) => ({ assignee: ANA, state });

  expect(loads(inboxOf(mine("open"), mine("snoozed"), mine("closed")))).toEqual([1, 2]);
});

test("while not every open conversation is known, the relay's figure stands", () => {
  expect(loads(null)).toEqual([0, 2]);
});
