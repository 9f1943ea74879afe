import type { ConversationSummary, RelayFrame } from "@shopbell/protocol/types";
import { applyFrame } from "./apply-frame.ts";
import type { LineState } from "./line-state.ts";

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

/** A late row never replaces a newer one. Entries and read markers only grow. */
function newer(known: ConversationSummary | undefined, row: ConversationSummary): ConversationSummary {
  return known && versionOf(known) > versionOf(row) ? known : row;
}

function versionOf({ lastSeq, seen }: ConversationSummary): number {
  return lastSeq + seen.visitor + seen.agent;
}
