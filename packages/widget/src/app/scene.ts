import type { Draft, Line, LineState, Thread } from "@shopbell/client";
import type { AgentFace, Availability, ConversationId, SiteFace, SiteState } from "@shopbell/protocol/types";
import { conversationsOf, type Listed, partnerIn } from "./conversations.ts";
import { draftIn, type Keep } from "./keep.ts";
import type { Words } from "./words.ts";

/** What stays the same as long as the page lives. */
export interface Shop {
  readonly face: SiteFace;
  /** Origin of the relay: where photos are. */
  readonly relay: string;
  readonly line: Line;
  readonly keep: Keep;
  readonly words: Words;
}

/** Where the visitor is. */
export interface Place {
  open: boolean;
  /** The conversation on the screen; null on the first screen. */
  view: ConversationId | null;
  menuOpen: boolean;
}

/** What the panel shows at a moment: all of it follows from the line's state and the visitor's place. */
export interface Scene extends Shop, Readonly<Place> {
  readonly state: LineState;
  /** What is being written at this place. */
  readonly draft: string;
  /** Nothing can be said of the shop just now: the line was lost, or the device has no network to begin one. */
  readonly offline: boolean;
  readonly availability: Availability;
  /** What the shop says of itself: what the line heard last, else what the bell was drawn from. */
  readonly site: SiteState;
  readonly listed: readonly Listed[];
  readonly unread: number;
  readonly thread: Thread | undefined;
  /** What is written in the conversation and not accepted yet. */
  readonly drafts: readonly Draft[];
  readonly partner: AgentFace | null;
}

export function sceneOf(shop: Shop, place: Place): Scene {
  const { state } = shop.line;
  const thread = place.view ? state.threads[place.view] : undefined;
  const offline = state.status === "waiting" || (state.status === "idle" && !navigator.onLine);
  const site = state.site ?? shop.face;
  const listed = conversationsOf(state);
  return {
    ...shop,
    ...place,
    state,
    draft: shop.keep.read(draftIn(place.view)),
    offline,
    availability: offline ? "away" : site.availability,
    site,
    listed,
    unread: listed.reduce((sum, conversation) => sum + conversation.unread, 0),
    thread,
    drafts: state.outbox.filter((draft) => draft.conversationId === place.view),
    partner: partnerIn(thread?.entries ?? []),
  };
}

export function firstName(face: AgentFace): string {
  return face.name.replace(/\s.*/s, "");
}
