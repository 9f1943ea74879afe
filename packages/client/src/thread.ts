import type { Author, Entry, RelayFrame, Seen } from "@shopbell/protocol/types";

/**
 * What one end knows of a conversation: an unbroken window of its entries that ends at the newest one it knows.
 * `held` arrived ahead of a gap and waits for what is missing; `more` says that there are entries before the window.
 */
export interface Thread {
  readonly entries: readonly Entry[];
  readonly held: readonly Entry[];
  readonly more: boolean;
  readonly seen: Seen;
  /** Who of the other side is writing just now. */
  readonly typing: Author | null;
  /** The relay has said at least once that this is complete. */
  readonly loaded: boolean;
  /** The relay knows no such conversation of ours. */
  readonly missing: boolean;
}

export const EMPTY_THREAD: Thread = {
  entries: [],
  held: [],
  more: false,
  seen: { visitor: 0, agent: 0 },
  typing: null,
  loaded: false,
  missing: false,
};

/** Seq of the newest entry without a gap before it; 0 where there is none. */
export function lastSeq(thread: Pick<Thread, "entries">): number {
  return thread.entries.at(-1)?.seq ?? 0;
}

/** Adds entries that follow the window. What is known changes nothing; what is ahead of a gap is held. */
export function addEntries(thread: Thread, arrived: readonly Entry[]): Thread {
  const bySeq = new Map([...thread.held, ...arrived].map((entry) => [entry.seq, entry]));
  const added: Entry[] = [];
  let next = lastSeq(thread) + 1;
  for (let entry = bySeq.get(next); entry; entry = bySeq.get(next)) {
    added.push(entry);
    next++;
  }
  const held = [...bySeq.values()].filter((entry) => entry.seq > next).sort((a, b) => a.seq - b.seq);
  if (!added.length && held.length === thread.held.length) return thread;
  const typing = added.some((entry) => isBy(entry, thread.typing)) ? null : thread.typing;
  return { ...thread, entries: added.length ? [...thread.entries, ...added] : thread.entries, held, typing };
}

/** Makes a page of history the window, or puts what joins the window before and behind it. */
function addPage(thread: Thread, page: readonly Entry[], more: boolean): Thread {
  const first = thread.entries[0];
  if (!first) return addEntries({ ...thread, entries: page, more }, []);
  const older = page.filter((entry) => entry.seq < first.seq);
  const joins = older.at(-1)?.seq === first.seq - 1;
  const grown = joins ? { ...thread, entries: [...older, ...thread.entries], more } : thread;
  return addEntries(grown, page.slice(older.length));
}

function isBy(entry: Entry, author: Author | null): boolean {
  return entry.kind === "message" && entry.author.kind === author?.kind;
}

/** Moves read markers forward, never back. */
export function seeUpTo(thread: Thread, seen: Partial<Seen>): Thread {
  const visitor = Math.max(thread.seen.visitor, seen.visitor ?? 0);
  const agent = Math.max(thread.seen.agent, seen.agent ?? 0);
  return visitor === thread.seen.visitor && agent === thread.seen.agent
    ? thread
    : { ...thread, seen: { visitor, agent } };
}

/** What the thread is after a frame about it. A frame seen twice, or late, changes nothing. */
export function applyToThread(thread: Thread, frame: RelayFrame): Thread {
  switch (frame.type) {
    case "entry.added":
      return addEntries(thread, [frame.entry]);
    case "entries.replayed":
      return addEntries(thread, frame.entries);
    case "history.page":
      return addPage(thread, frame.entries, frame.more);
    case "reset":
      return { ...EMPTY_THREAD, seen: thread.seen };
    case "resumed":
      return { ...seeUpTo(thread, frame.seen), loaded: true, missing: false };
    case "seen.changed":
      return seeUpTo(thread, { [frame.by]: frame.seq });
    case "typing.changed":
      if (frame.typing) return { ...thread, typing: frame.author };
      return frame.author.kind === thread.typing?.kind ? { ...thread, typing: null } : thread;
    case "problem":
      return frame.code === "not-found" ? { ...thread, missing: true } : thread;
    default:
      return thread;
  }
}
