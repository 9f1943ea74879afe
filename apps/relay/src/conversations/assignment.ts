import type { ConversationEvent } from "@shopbell/protocol";
import type { Conversation } from "./conversation.ts";
import type { Party } from "./party.ts";

/** What an agent may do to a conversation beside writing in it. */
export const CHANGES = ["claim", "release", "close", "reopen"] as const;
export type Change = (typeof CHANGES)[number];

export type ChangeVerdict =
  | { kind: "changed"; event: ConversationEvent["event"] }
  | { kind: "unchanged" }
  | { kind: "refused"; reason: "already-assigned" | "forbidden" };

const UNCHANGED: ChangeVerdict = { kind: "unchanged" };
const FORBIDDEN: ChangeVerdict = { kind: "refused", reason: "forbidden" };

/** Decides what a change does; who is no agent may close, and nothing else. Asking for what already is changes nothing and is no error: a click may be repeated. */
export function decideChange(conversation: Conversation, change: Change, party: Party): ChangeVerdict {
  if (party.kind !== "agent" && change !== "close") return FORBIDDEN;
  switch (change) {
    case "claim":
      return decideClaim(conversation, party);
    case "release":
      return decideRelease(conversation, party);
    case "close":
      return conversation.state === "closed" ? UNCHANGED : { kind: "changed", event: "closed" };
    case "reopen":
      return decideReopening(conversation);
  }
}

function decideReopening({ state }: Conversation): ChangeVerdict {
  if (state === "open") return UNCHANGED;
  return { kind: "changed", event: state === "snoozed" ? "woken" : "reopened" };
}

function decideClaim({ assignee }: Conversation, agent: Party): ChangeVerdict {
  if (assignee === null) return { kind: "changed", event: "assigned" };
  return assignee.id === agent.id ? UNCHANGED : { kind: "refused", reason: "already-assigned" };
}

/** An owner may take back what somebody who went home still holds. */
function decideRelease({ assignee }: Conversation, agent: Party): ChangeVerdict {
  if (assignee === null) return UNCHANGED;
  const mayRelease = assignee.id === agent.id || (agent.kind === "agent" && agent.role === "owner");
  return mayRelease ? { kind: "changed", event: "released" } : FORBIDDEN;
}

/** Events that a message brings about, in order, before itself (S8, S9). */
export function eventsBefore(conversation: Conversation, author: Party): ConversationEvent["event"][] {
  if (author.kind === "visitor") return conversation.state === "open" ? [] : ["reopened"];
  return author.kind === "agent" && conversation.assignee === null ? ["assigned"] : [];
}
