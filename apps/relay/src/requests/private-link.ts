import { type Reached, reach } from "../conversations/access.ts";
import type { Conversation } from "../conversations/conversation.ts";
import type { VisitorParty } from "../conversations/party.ts";
import { type Links, readToken } from "./links.ts";

/** A conversation whose private link somebody has. */
export interface Opened {
  readonly conversation: Reached;
  /** Its visitor, for whom the relay vouches. */
  readonly party: VisitorParty;
  /** The address at which whoever came reads mail, where the link says so. */
  readonly mailedTo: string | null;
  /** The same way in, as it is written. */
  readonly path: string;
}

/**
 * What a private link opens. A token that is wrong, and one of a conversation that does not exist or is another one, open nothing, and nothing tells
 * them apart.
 */
export async function openLink(
  text: string,
  links: Links,
  numbered: (number: number) => Promise<Conversation | undefined>,
): Promise<Opened | undefined> {
  const read = readToken(text);
  const found = read && (await numbered(read.number));
  const way = found && links.opens(found, read.token.toLowerCase());
  if (!way) return undefined;
  const party: VisitorParty = { kind: "visitor", id: found.visitor.id, siteKey: found.site.key, tokenHash: null };
  const conversation = reach(party, found);
  if (conversation === undefined) return undefined;
  const mailedTo = way === "mailed" ? conversation.email : null;
  return { conversation, party, mailedTo, path: pathOf(links, conversation, mailedTo) };
}

/** The path of a conversation's page for whoever came that way. */
export function pathOf(links: Links, conversation: Conversation, mailedTo: string | null): string {
  return mailedTo === null ? links.requestPath(conversation) : links.mailedPath(conversation, mailedTo);
}
