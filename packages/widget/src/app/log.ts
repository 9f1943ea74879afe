import type { Draft, Thread } from "@shopbell/client";
import type { AnswerCard, Attachment, Author, ConversationEvent, Entry, Message } from "@shopbell/protocol/types";
import { isUnread } from "./conversations.ts";

/** What stands under the last bubble of the visitor's own. */
type Tick = "sending" | "sent" | "seen" | "failed";

export interface Bubble {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly card?: AnswerCard | undefined;
}

/** Bubbles of one author, one below the other. */
export interface Group {
  readonly kind: "group";
  readonly key: string;
  readonly author: Author;
  readonly bubbles: Bubble[];
  tick: Tick | null;
  /** They are writing more. */
  typing?: boolean;
}

/** An event that the visitor is told where it happened. Of the others, a card says what is to be said. */
export type Told = ConversationEvent & { event: Exclude<ConversationEvent["event"], Untold> };
type Untold = "requested" | "bounced" | "snoozed" | "woken";

/** A key is the same for as long as it is the same thing, so that nothing is drawn anew when older entries come in above. */
export type LogItem =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | { readonly kind: "new"; readonly key: string }
  | { readonly kind: "event"; readonly key: string; readonly event: Told }
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
  const begin = (at: number): void => {
    const date = new Date(at).toDateString();
    if (date !== day) items.push({ kind: "day", key: date, at });
    day = date;
  };
  for (const entry of thread?.entries.filter(isTold) ?? []) {
    begin(entry.at);
    if (entry.seq === newFrom) items.push({ kind: "new", key: "new" });
    if (entry.kind === "event") items.push({ kind: "event", key: `${entry.seq}`, event: entry });
    else say(items, entry.author, null, entry);
  }
  tickLast(items, thread);
  for (const { id, text, writtenAt, status } of drafts) {
    if (!day) begin(writtenAt);
    say(items, VISITOR, status, { id, text, at: writtenAt });
  }
  if (thread?.typing?.kind === "agent") say(items, thread.typing, null).typing = true;
  return items;
}

function isTold(entry: Entry): entry is Message | Told {
  return entry.kind === "message" || !/requested|bounced|snoozed|woken/.test(entry.event);
}

/** The group in which an author says something: the one above, or a new one. Each failed draft stands alone, with its own "try again". */
function say(items: LogItem[], author: Author, tick: Tick | null, bubble?: Bubble): Group {
  let group = items.at(-1);
  if (group?.kind !== "group" || group.tick !== tick || tick === "failed" || !isSame(group.author, author)) {
    group = { kind: "group", key: bubble?.id ?? "typing", author, bubbles: [], tick };
    items.push(group);
  }
  if (bubble) group.bubbles.push(bubble);
  return group;
}

/** Only the visitor's newest words say whether they have arrived: what is above them arrived before. */
function tickLast(items: LogItem[], thread: Thread | undefined): void {
  const last = items.findLast((item) => item.kind === "group" && item.author.kind === "visitor");
  const message = thread?.entries.findLast((entry) => entry.kind === "message" && entry.author.kind === "visitor");
  if (last?.kind === "group" && message && thread) last.tick = message.seq <= thread.seen.agent ? "seen" : "sent";
}

function isSame(a: Author, b: Author): boolean {
  return a.kind === b.kind && (a.kind !== "agent" || b.kind !== "agent" || a.agent.id === b.agent.id);
}

/** The first message that is news to the visitor; 0 where there is none. */
export function firstUnread(thread: Thread | undefined): Message["seq"] {
  return thread?.entries.find((entry) => isUnread(entry, thread.seen.visitor))?.seq ?? 0;
}
