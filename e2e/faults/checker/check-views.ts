import { isDeepStrictEqual } from "node:util";
import type { ConversationId, Entry } from "@shopbell/protocol/types";
import type { Recording, View } from "../people/recording.ts";
import type { FreshLoad, Inbox, Stored, StoredEntry, Violation } from "./evidence.ts";

/** I2: was every view a window of what is stored, without repetition, and the last one up to its end? */
export function checkViews(stored: Stored, recording: Recording): Violation[] {
  const entriesOf = new Map(stored.conversations.map(({ id, entries }) => [id, entries]));
  const wrong = (view: View, what: string): Violation => ({
    invariant: "I2",
    what: `${recording.name} in ${view.conversationId} at ${Math.round(view.at)} ms: ${what}`,
  });
  const checked = new Set<readonly Entry[]>();
  const everyView = recording.views.flatMap((view): Violation[] => {
    if (view.epoch !== stored.epoch || checked.has(view.entries)) return [];
    checked.add(view.entries);
    const fault = faultIn(view, entriesOf.get(view.conversationId) ?? []);
    return fault ? [wrong(view, fault)] : [];
  });
  const lastViews = [...lastOf(recording).values()].flatMap((view): Violation[] => {
    const seen = view.entries.at(-1)?.seq ?? 0;
    const last = entriesOf.get(view.conversationId)?.length ?? 0;
    return seen === last ? [] : [wrong(view, `ended at ${seen} of ${last}`)];
  });
  return [...everyView, ...lastViews];
}

function faultIn({ entries, drafts }: View, stored: readonly StoredEntry[]): string | undefined {
  const first = entries[0]?.seq ?? 1;
  const jump = entries.find(({ seq }, index) => seq !== first + index);
  if (jump) return `${jump.seq} is out of its place`;
  const strange = entries.find((entry) => !isStoredAs(entry, stored[entry.seq - 1]));
  if (strange) return `${JSON.stringify(strange)} is not what is stored`;
  const twice = entries.find((entry) => entry.kind === "message" && drafts.includes(entry.id));
  return twice && `${twice.seq} is shown as a draft too`;
}

function isStoredAs(entry: Entry, row: StoredEntry | undefined): boolean {
  if (row === undefined || row.seq !== entry.seq || row.kind !== entry.kind) return false;
  return entry.kind === "event" || (row.messageId === entry.id && row.text === entry.text);
}

/** I5: everything that is written begins with the conversation it was written in. */
export function checkSecrecy({ name, side, sent, heard }: Recording): Violation[] {
  const own = new Set<ConversationId>(sent.map(({ conversationId }) => conversationId));
  return heard.flatMap(({ conversationId, text }): Violation[] => {
    const belongs = text.startsWith(conversationId) && (side === "agent" || own.has(conversationId));
    return belongs ? [] : [{ invariant: "I5", what: `${name} heard "${text}" in ${conversationId}` }];
  });
}

/** I8 and I9: what was cached is dropped with its epoch, and until then markers only move forward. */
export function checkSteps({ name, views }: Recording): Violation[] {
  const before = new Map<string, View>();
  return views.flatMap((view): Violation[] => {
    const key = `${view.page} ${view.conversationId}`;
    const last = before.get(key);
    before.set(key, view);
    if (last === undefined) return [];
    const isNewEpoch = last.epoch !== null && last.epoch !== view.epoch;
    if (isNewEpoch) {
      const kept = view.entries.length;
      return kept ? [{ invariant: "I8", what: `${name} kept ${kept} entries of another epoch` }] : [];
    }
    const isBack = view.seen.visitor < last.seen.visitor || view.seen.agent < last.seen.agent;
    const markers = `${JSON.stringify(last.seen)} to ${JSON.stringify(view.seen)}`;
    return isBack ? [{ invariant: "I9", what: `${name}'s markers in ${view.conversationId}: ${markers}` }] : [];
  });
}

/** I10, conversations: whoever was there all the time sees what somebody sees who comes now. */
export function checkFresh(freshLoads: readonly FreshLoad[], recording: Recording): Violation[] {
  const views = lastOf(recording);
  return freshLoads.flatMap(({ conversationId, entries, seen }): Violation[] => {
    const view = views.get(conversationId);
    if (view === undefined) return [];
    const where = `${recording.name} in ${conversationId}`;
    const window = view.entries.length ? entries.slice(-view.entries.length) : [];
    const markers = `${JSON.stringify(view.seen)}, not ${JSON.stringify(seen)}`;
    return [
      ...(isDeepStrictEqual(window, view.entries) ? [] : [`${where} sees other entries than a newcomer`]),
      ...(isDeepStrictEqual(seen, view.seen) ? [] : [`${where} has the markers ${markers}`]),
    ].map((what) => ({ invariant: "I10", what }));
  });
}

/** I10, inbox. */
export function checkInbox(fresh: Inbox["rows"], { name, rows }: Inbox): Violation[] {
  return Object.values(fresh).flatMap((row): Violation[] => {
    const known: Partial<typeof row> = rows[row.id] ?? {};
    const differing = (Object.keys(row) as (keyof typeof row)[]).filter(
      (key) => !isDeepStrictEqual(known[key], row[key]),
    );
    const differences = differing.map((key) => `${key} ${JSON.stringify(known[key])}, not ${JSON.stringify(row[key])}`);
    return differences.length
      ? [{ invariant: "I10", what: `${name}'s inbox: ${row.id}: ${differences.join(", ")}` }]
      : [];
  });
}

/** The last view of each conversation on the last page that showed it. */
function lastOf({ views }: Recording): Map<ConversationId, View> {
  return new Map(views.map((view) => [view.conversationId, view]));
}
