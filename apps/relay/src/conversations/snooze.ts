import type { ConversationId } from "@shopbell/protocol";
import { reach } from "./access.ts";
import { addEvent, type Changed } from "./change-conversation.ts";
import type { Job, Ledger } from "./ledger.ts";
import { type AgentParty, RULE } from "./party.ts";

const YEAR_MS = 366 * 24 * 3_600_000;

/** A conversation is put off until a time to come, within a year. */
export function isSnoozeTime(until: number, now: number): boolean {
  return until > now && until - now <= YEAR_MS;
}

/** Takes an open conversation out of the agents' way until an instant. It comes back by itself, or with the visitor's next word. */
export function snoozeConversation(
  ledger: Ledger,
  agent: AgentParty,
  id: ConversationId,
  until: number,
  now: number,
): Changed {
  if (!ledger.stands(agent, now)) return { kind: "refused", reason: "unauthorized" };
  const conversation = reach(agent, ledger.find(id));
  if (conversation === undefined) return { kind: "refused", reason: "not-found" };
  if (conversation.state === "closed" || conversation.snoozedUntil === until) return { kind: "unchanged" };
  ledger.schedule(wakeUp(id, until), now);
  return addEvent(ledger, conversation, { event: "snoozed", until }, agent, now);
}

/** Each `until` has a job of its own: one that was overtaken by a later wish finds nothing to do. */
function wakeUp(id: ConversationId, until: number): Job {
  return { kind: "wake", key: `${id} ${until}`, payload: { id, until }, runAt: until };
}

/** Brings a conversation back that was snoozed until this very instant, and does nothing else. */
export function wakeConversation(ledger: Ledger, id: ConversationId, until: number, now: number): Changed {
  const conversation = reach(RULE, ledger.find(id));
  if (conversation === undefined) return { kind: "refused", reason: "not-found" };
  if (conversation.state !== "snoozed" || conversation.snoozedUntil !== until) return { kind: "unchanged" };
  return addEvent(ledger, conversation, { event: "woken" }, RULE, now);
}
