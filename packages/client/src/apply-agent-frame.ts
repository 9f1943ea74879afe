import type { ConversationSummary, RelayFrame } from "@shopbell/protocol/types";
import { applyFrame } from "./apply-frame.ts";
import type { LineState } from "./line-state.ts";

type Accepted = Extract<RelayFrame, { type: "message.accepted" }>;

/** What an agent's line is after a frame: the inbox, beside everything that a visitor's line is. */
export function applyAgentFrame(state: LineState, frame: RelayFrame): LineState {
  switch (frame.type) {
    case "inbox.loaded":
      return {
        ...state,
        inbox: Object.fromEntries(frame.conversations.map((row) => [row.id, row])),
        inboxLoaded: true,
        inboxMore: frame.more,
      };
    case "message.accepted":
      return hasCard(state, frame) ? state : applyFrame(state, frame);
    case "team.changed":
      return { ...state, team: frame.team };
    case "conversation.changed": {
      const { id } = frame.conversation;
      return { ...state, inbox: { ...state.inbox, [id]: newer(state.inbox[id], frame.conversation) } };
    }
    default:
      return applyFrame(state, frame);
  }
}

/** What goes out with a card stays a draft until its echo is here: only the relay knows what the card says. */
function hasCard(state: LineState, { conversationId, id }: Accepted): boolean {
  const draft = state.outbox.find((candidate) => candidate.id === id);
  return draft?.answer !== undefined && state.threads[conversationId] !== undefined;
}

/** A late row never replaces a newer one. Entries and read markers only grow. */
function newer(known: ConversationSummary | undefined, row: ConversationSummary): ConversationSummary {
  return known && versionOf(known) > versionOf(row) ? known : row;
}

function versionOf({ lastSeq, seen }: ConversationSummary): number {
  return lastSeq + seen.visitor + seen.agent;
}
