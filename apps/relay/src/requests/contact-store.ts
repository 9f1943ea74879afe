import type { Conversation } from "../conversations/conversation.ts";
import type { VisitorParty } from "../conversations/party.ts";
import { openRequest } from "../conversations/request.ts";
import type { PeerContext } from "../realtime/peer-context.ts";
import type { SearchStore } from "../searches/search-store.ts";
import { type Asked, namesOf } from "./contact-form.ts";
import type { RequestStore } from "./request-store.ts";

/** A request as a contact page brings it. */
export interface Brought {
  readonly siteKey: string;
  /** Who has it sent the form: what it begins is named after it. */
  readonly nonce: string;
  /** The search in the help centre that its writer comes from; empty is none. */
  readonly search: string;
  readonly asked: Asked;
  /** The language that its writer reads. */
  readonly locale: string | null;
  /** The network that it came from. */
  readonly from: string;
}

export type Stored =
  | { readonly kind: "stored"; readonly conversation: Conversation }
  | { readonly kind: "too-fast"; readonly waitMs: number }
  | { readonly kind: "conflict" }
  | { readonly kind: "not-stored" };

/** Stores requests that come by a contact page: each once, however often its form is sent. */
export class ContactStore {
  readonly #context: PeerContext;
  readonly #requests: RequestStore;
  readonly #searches: SearchStore;

  constructor(context: PeerContext, requests: RequestStore, searches: SearchStore) {
    this.#context = context;
    this.#requests = requests;
    this.#searches = searches;
  }

  async take(brought: Brought): Promise<Stored> {
    const { desk, conversations, clock, fault } = this.#context;
    const { siteKey, nonce, search, asked, locale } = brought;
    const { visitor, conversation: conversationId, message } = namesOf(nonce);
    const party: VisitorParty = { kind: "visitor", id: visitor, siteKey, tokenHash: null };
    const isKnown = (await conversations.reach(party, conversationId)) !== undefined;
    const waitMs = isKnown ? 0 : await this.#pauseMs(brought);
    if (waitMs > 0) return { kind: "too-fast", waitMs };

    await this.#requests.addVisitor({ id: visitor, siteKey, name: asked.name, locale }, clock.now());
    const channel = asked.whereto?.phone === undefined ? "form" : "callback";
    const { text, whereto } = asked;
    const sending = { conversationId, id: message, text, start: true, channel } as const;
    const sent = await desk.receive(party, sending, (ledger, now) =>
      whereto === null ? { kind: "unchanged" } : openRequest(ledger, party, conversationId, whereto, now),
    );
    if (sent.kind !== "accepted") return { kind: sent.reason === "conflict" ? "conflict" : "not-stored" };
    const { conversation } = sent;
    if (search !== "") await this.#searches.ledTo(siteKey, search, conversation.number).catch(fault);
    return { kind: "stored", conversation };
  }

  async #pauseMs({ asked, from }: Brought): Promise<number> {
    const { sharedLimits, limits } = this.#context;
    const { waitMs } = await sharedLimits.of("formsPerAddress", limits.formsPerAddress).spend(from);
    const email = asked.whereto?.email;
    if (waitMs > 0 || email === undefined) return waitMs;
    return (await sharedLimits.of("requestsPerEmail", limits.requestsPerEmail).spend(email)).waitMs;
  }
}
