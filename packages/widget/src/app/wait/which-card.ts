import type { ConversationEvent, Entry, RequestCard, SiteState } from "@shopbell/protocol/types";

/** In opening hours, how long somebody is called before the visitor is asked where to answer. */
const CALLING_MS = 5 * 60_000;

/**
 * calling: somebody is called until `asksAt` · ask: where shall the answer go, perhaps because mail came back from an address ·
 * ticket: it is answered later · kept: the same, and no answer can go anywhere but here · line: answered, and there is a ticket.
 */
export type Card =
  | { readonly kind: "calling"; readonly asksAt: number }
  | { readonly kind: "ask"; readonly bounced: string | null }
  | { readonly kind: "ticket" | "kept" | "line" };

/** What the shop can do for somebody whom nobody hears just now. */
type Shop = Pick<SiteState, "availability" | "closesAt" | "calls" | "mails" | "callsBack">;

/** Whether an answer can go anywhere but here. */
export function reaches({ mails, callsBack }: Pick<Shop, "mails" | "callsBack">): boolean {
  return mails || callsBack;
}

/** The card at the end of a conversation, or null where everything is said in it. */
export function cardFor(
  entries: readonly Entry[],
  request: RequestCard | undefined,
  shop: Shop,
  now: number,
): Card | null {
  const { availability, closesAt, calls } = shop;
  const bounced = bouncedFrom(entries);
  if (bounced && reaches(shop)) return { kind: "ask", bounced };
  const since = waitingSince(entries);
  if (since === null) return request ? { kind: "line" } : null;
  if (request) return { kind: "ticket" };
  if (availability === "available" || availability === "busy") return null;
  const asksAt = since + CALLING_MS;
  if (availability === "away" && closesAt !== null && calls && now < asksAt) return { kind: "calling", asksAt };
  return reaches(shop) ? { kind: "ask", bounced: null } : { kind: "kept" };
}

/** Instant of the oldest message of the visitor that nobody has answered. */
function waitingSince(entries: readonly Entry[]): number | null {
  let since: number | null = null;
  for (const entry of entries) {
    if (entry.kind === "event") since = entry.event === "closed" ? null : since;
    else if (entry.author.kind === "visitor") since ??= entry.at;
    else if (entry.author.kind === "agent") since = null;
  }
  return since;
}

/** The address that mail came back from, where neither another one nor a number was left since. */
function bouncedFrom(entries: readonly Entry[]): string | undefined {
  const last = entries.findLast(
    (entry): entry is ConversationEvent => entry.kind === "event" && /bounced|requested/.test(entry.event),
  );
  return last?.event === "bounced" ? last.address : undefined;
}
