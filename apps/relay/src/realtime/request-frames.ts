import type { ProblemCode, RequestOpen } from "@shopbell/protocol";
import type { Party } from "../conversations/party.ts";
import { openRequest } from "../conversations/request.ts";
import { readWhereto } from "../requests/whereto.ts";
import type { Peer } from "./peer.ts";

/** What is wrong with an address or a number is said beside its field. All ends of the visitor hear of the new ticket. */
export async function openTicket(peer: Peer, party: Party, frame: RequestOpen): Promise<void> {
  if (party.kind !== "visitor") return;
  const { conversationId } = frame;
  const { desk, clock, shop, conversations } = peer.context;
  const refuseTicket = (code: ProblemCode) => peer.problem(code, "request.open", conversationId);
  const read = readWhereto(frame, clock.now(), (at) => shop.takesCalls(party.siteKey, at));
  if (read.kind === "wrong") return refuseTicket(read.problem);
  const { whereto } = read;
  if (whereto.phone !== undefined && !shop.stateOf(party.siteKey).callsBack) return refuseTicket("forbidden");
  const known = (await conversations.reach(party, conversationId))?.email;
  const isNew = whereto.email !== undefined && whereto.email !== known;
  if (isNew && !(await peer.mayName(whereto.email))) return refuseTicket("too-fast");
  const outcome = await desk.decide({ party, conversationId }, (ledger, now) =>
    openRequest(ledger, party, conversationId, whereto, now),
  );
  if (outcome.kind === "refused") return refuseTicket(outcome.reason);
  if (outcome.kind === "unchanged") await peer.tellTicket(conversationId);
}
