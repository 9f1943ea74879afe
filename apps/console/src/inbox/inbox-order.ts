import type { ConversationId, ConversationSummary } from "@shopbell/protocol/types";
import { nearsPromise } from "./whose-turn.ts";

/** The tabs of open conversations, which the line knows; of the other two the relay is asked. */
export const OPEN_TABS = ["mine", "queue", "open"] as const;
export const TABS = [...OPEN_TABS, "snoozed", "closed"] as const;
export type OpenTab = (typeof OPEN_TABS)[number];
export type Tab = (typeof TABS)[number];

type Inbox = Readonly<Record<ConversationId, ConversationSummary>>;

/** One line of the list: a heading with its count, or a conversation. */
export type Item =
  | { readonly kind: "heading"; readonly whose: "ours" | "theirs"; readonly count: number }
  | { readonly kind: "row"; readonly row: ConversationSummary };

function belongsTo(tab: OpenTab, row: ConversationSummary, me: string): boolean {
  if (row.state !== "open") return false;
  if (tab === "mine") return row.assignee?.id === me;
  if (tab === "queue") return row.assignee === null;
  return true;
}

/** How many open conversations each tab holds. */
export function tabCounts(inbox: Inbox, me: string): Record<OpenTab, number> {
  const rows = Object.values(inbox);
  const count = (tab: OpenTab) => rows.filter((row) => belongsTo(tab, row, me)).length;
  return { mine: count("mine"), queue: count("queue"), open: count("open") };
}

/**
 * The open conversations of a tab: who waits for us, longest first; then who we wait for, latest answer first.
 * Above all stand those whose promise is about to be broken, or is: only an answer still helps there.
 */
export function openItems(inbox: Inbox, tab: OpenTab, me: string, now: number): Item[] {
  const rows = Object.values(inbox).filter((row) => belongsTo(tab, row, me));
  const ours = rows
    .filter((row) => row.waitingSince !== null)
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || a.number - b.number);
  const pressing: ConversationSummary[] = [];
  const others: ConversationSummary[] = [];
  for (const row of ours) (nearsPromise(row, now) ? pressing : others).push(row);
  const theirs = rows.filter((row) => row.waitingSince === null).sort(latestFirst);
  return [...section("ours", [...pressing, ...others]), ...section("theirs", theirs)];
}

function section(whose: "ours" | "theirs", rows: ConversationSummary[]): Item[] {
  if (rows.length === 0) return [];
  return [{ kind: "heading", whose, count: rows.length }, ...rows.map((row): Item => ({ kind: "row", row }))];
}

/**
 * The closed conversations, latest first: the pages that were fetched, corrected by what the line heard since.
 * One that was reopened leaves the list, one that was closed just now joins it.
 */
export function closedRows(fetched: readonly ConversationSummary[], inbox: Inbox): ConversationSummary[] {
  return corrected(fetched, inbox, "closed").sort(latestFirst);
}

/** The snoozed conversations, those that come back first on top, corrected in the same way. */
export function snoozedRows(fetched: readonly ConversationSummary[], inbox: Inbox): ConversationSummary[] {
  return corrected(fetched, inbox, "snoozed").sort(
    (a, b) => (a.snoozedUntil ?? 0) - (b.snoozedUntil ?? 0) || a.number - b.number,
  );
}

function corrected(
  fetched: readonly ConversationSummary[],
  inbox: Inbox,
  state: ConversationSummary["state"],
): ConversationSummary[] {
  const known = new Map(fetched.map((row) => [row.id, row]));
  for (const row of Object.values(inbox)) known.set(row.id, row);
  return [...known.values()].filter((row) => row.state === state);
}

/** When something last happened in a conversation. */
export function lastAt(row: ConversationSummary): number {
  return row.lastMessage?.at ?? row.createdAt;
}

function latestFirst(a: ConversationSummary, b: ConversationSummary): number {
  return lastAt(b) - lastAt(a) || b.number - a.number;
}

/** How many visitors wait for this agent: in conversations that are theirs or nobody's. */
export function waitingCount(inbox: Inbox, me: string): number {
  return Object.values(inbox).filter(
    (row) => row.waitingSince !== null && (belongsTo("mine", row, me) || belongsTo("queue", row, me)),
  ).length;
}
