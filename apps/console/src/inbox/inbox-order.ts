import type { ConversationId, ConversationSummary } from "@shopbell/protocol/types";

export const TABS = ["mine", "queue", "open", "closed"] as const;
export type Tab = (typeof TABS)[number];

type Inbox = Readonly<Record<ConversationId, ConversationSummary>>;

/** One line of the list: a heading with its count, or a conversation. */
export type Item =
  | { readonly kind: "heading"; readonly whose: "ours" | "theirs"; readonly count: number }
  | { readonly kind: "row"; readonly row: ConversationSummary };

function belongsTo(tab: Exclude<Tab, "closed">, row: ConversationSummary, me: string): boolean {
  if (row.state === "closed") return false;
  if (tab === "mine") return row.assignee?.id === me;
  if (tab === "queue") return row.assignee === null;
  return true;
}

/** How many open conversations each tab holds. Closed ones are on the relay, uncounted. */
export function tabCounts(inbox: Inbox, me: string): Record<Exclude<Tab, "closed">, number> {
  const rows = Object.values(inbox);
  const count = (tab: Exclude<Tab, "closed">) => rows.filter((row) => belongsTo(tab, row, me)).length;
  return { mine: count("mine"), queue: count("queue"), open: count("open") };
}

/** The open conversations of a tab: who waits for us, longest first; then who we wait for, latest answer first. */
export function openItems(inbox: Inbox, tab: Exclude<Tab, "closed">, me: string): Item[] {
  const rows = Object.values(inbox).filter((row) => belongsTo(tab, row, me));
  const ours = rows
    .filter((row) => row.waitingSince !== null)
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || a.number - b.number);
  const theirs = rows.filter((row) => row.waitingSince === null).sort(latestFirst);
  return [...section("ours", ours), ...section("theirs", theirs)];
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
  const known = new Map(fetched.map((row) => [row.id, row]));
  for (const row of Object.values(inbox)) known.set(row.id, row);
  return [...known.values()].filter((row) => row.state === "closed").sort(latestFirst);
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
