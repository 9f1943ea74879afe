import type { Author, ConversationEvent, Entry, Message, Seen } from "@shopbell/protocol/types";

/** What one author said in a row, on one day. `side`: them is the visitor, us is everybody behind the counter. */
export interface Group {
  readonly kind: "group";
  readonly key: string;
  readonly side: "them" | "us";
  readonly author: Author;
  readonly messages: readonly Message[];
  /** The visitor has seen the last of them. */
  readonly seen: boolean;
}

export type Block =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | { readonly kind: "event"; readonly key: string; readonly event: ConversationEvent }
  | Group;

/** The entries of a thread as they are drawn: a line for each day, bubbles grouped by author, events between them. */
export function threadBlocks(entries: readonly Entry[], seen: Seen): Block[] {
  const blocks: Block[] = [];
  let day = "";
  for (const entry of entries) {
    const entryDay = dayOf(entry.at);
    if (entryDay !== day) blocks.push({ kind: "day", key: `day-${entry.seq}`, at: entry.at });
    day = entryDay;
    addEntry(blocks, entry, seen);
  }
  return blocks;
}

function addEntry(blocks: Block[], entry: Entry, seen: Seen): void {
  if (entry.kind === "event") {
    blocks.push({ kind: "event", key: `event-${entry.seq}`, event: entry });
    return;
  }
  const last = blocks.at(-1);
  const joins = last?.kind === "group" && voice(last.author) === voice(entry.author);
  if (joins) blocks.pop();
  blocks.push({
    kind: "group",
    key: joins ? last.key : `group-${entry.seq}`,
    side: entry.author.kind === "visitor" ? "them" : "us",
    author: entry.author,
    messages: joins ? [...last.messages, entry] : [entry],
    seen: entry.seq <= seen.visitor,
  });
}

/** The last that an agent said in their own words, of which an answer can be made: a card is one already. */
export function ownWords({ author, messages }: Group): Message | undefined {
  return author.kind === "agent" ? messages.findLast(({ card }) => card === undefined) : undefined;
}

function voice(author: Author): string {
  return author.kind === "agent" ? `agent ${author.agent.id}` : author.kind;
}

function dayOf(at: number): string {
  return new Date(at).toDateString();
}

/** The path of the page on which a conversation began, to be shown as text. What is no web address is not shown. */
export function pagePath(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, pathname } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return null;
  return pathname;
}
