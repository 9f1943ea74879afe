import type { Draft, Thread } from "@shopbell/client";
import type { Author, ConversationEvent, Message } from "@shopbell/protocol/types";
import { isUnread } from "./conversations.ts";

/** What stands under the last bubble of the visitor's own. */
export type Tick = "sending" | "sent" | "seen" | "failed";

interface Bubble {
  readonly id: string;
  readonly text: string;
  readonly at: number;
}

/** Bubbles of one author, one below the other. */
export interface Group {
  readonly kind: "group";
  readonly author: Author;
  readonly bubbles: Bubble[];
  tick: Tick | null;
  /** They are writing more. */
  typing?: boolean;
}

export type LogItem =
  | { readonly kind: "day"; readonly at: number }
  | { readonly kind: "new" }
  | { readonly kind: "event"; readonly event: ConversationEvent }
  | Group;

const VISITOR: Author = { kind: "visitor" };

/**
 * Lays a conversation out: days, events, what each author said in a row, and at the end what is not sent yet.
 *
 * @param drafts this conversation's own, oldest first
 * @param newFrom seq of the entry that was news when the visitor looked; 0 where nothing was
 */
export function arrange(thread: Thread | undefined, drafts: readonly Draft[], newFrom: number): LogItem[] {
  const items: LogItem[] = [];
  let day = "";
  for (const entry of thread?.entries ?? []) {
    day = begin(items, day, entry.at);
    if (entry.seq === newFrom) items.push({ kind: "new" });
    if (entry.kind === "event") items.push({ kind: "event", event: entry });
    else say(items, entry.author, entry, null);
  }
  tickLast(items, thread);
  for (const draft of drafts) {
    day ||= begin(items, day, draft.writtenAt);
    say(items, VISITOR, { ...draft, at: draft.writtenAt }, draft.status);
  }
  if (thread?.typing?.kind === "agent") typing(items, thread.typing);
  return items;
}

/** Names the day where another one begins. */
function begin(items: LogItem[], day: string, at: number): string {
  const date = new Date(at).toDateString();
  if (date !== day) items.push({ kind: "day", at });
  return date;
}

function say(items: LogItem[], author: Author, { id, text, at }: Bubble, tick: Tick | null): void {
  const last = items.at(-1);
  // Each failed draft stands alone, with its own "try again".
  const joins = last?.kind === "group" && last.tick === tick && tick !== "failed" && isSame(last.author, author);
  if (joins) last.bubbles.push({ id, text, at });
  else items.push({ kind: "group", author, bubbles: [{ id, text, at }], tick });
}

function typing(items: LogItem[], author: Author): void {
  const last = items.at(-1);
  if (last?.kind === "group" && isSame(last.author, author)) last.typing = true;
  else items.push({ kind: "group", author, bubbles: [], tick: null, typing: true });
}

/** Only the visitor's newest words say whether they have arrived: what is above them arrived before. */
function tickLast(items: LogItem[], thread: Thread | undefined): void {
  const last = items.findLast((item) => item.kind === "group" && item.author.kind === "visitor");
  const message = thread?.entries.findLast((entry) => entry.kind === "message" && entry.author.kind === "visitor");
  if (last?.kind === "group" && message && thread) last.tick = message.seq <= thread.seen.agent ? "seen" : "sent";
}

function isSame(a: Author, b: Author): boolean {
  return a.kind === "agent" && b.kind === "agent" ? a.agent.id === b.agent.id : a.kind === b.kind;
}

/** The first message that is news to the visitor; 0 where there is none. */
export function firstUnread(thread: Thread | undefined): Message["seq"] {
  return thread?.entries.find((entry) => isUnread(entry, thread.seen.visitor))?.seq ?? 0;
}
