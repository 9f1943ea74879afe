import { type ConversationId, VisitorFrame } from "@shopbell/protocol";
import { CLOSE, PROTOCOL_VERSION } from "@shopbell/protocol/limits";
import { headOf, requestOf } from "../conversations/conversation.ts";
import type { Begun } from "../conversations/conversation-store.ts";
import type { TokenHolder } from "../conversations/party.ts";
import { Budget, type Rate } from "../http/rate-limit.ts";
import { readNews, type Subscription, type VisitorNews, visitorChannel } from "./bus.ts";
import { speaksOurProtocol } from "./hello.ts";
import { type Hello, Peer } from "./peer.ts";
import type { PeerContext } from "./peer-context.ts";
import type { Sink } from "./sink.ts";

/** What all relays count together of visitors. */
type VisitorBudget =
  | ("visitorsPerAddress" | "startsPerVisitor" | "startsPerAddress")
  | ("addressesPerVisitor" | "requestsPerEmail");

const DAY_MS = 24 * 3_600_000;

interface Budgets {
  readonly messages: Rate;
  readonly burst: Rate;
}

/** Who says hello; the token is there where it was just minted. */
interface Identity {
  readonly party: TokenHolder;
  readonly token?: string;
}

/** The relay's side of one visitor's socket. */
export class VisitorPeer extends Peer<TokenHolder> {
  protected readonly schema = VisitorFrame;
  protected frameBudget: Rate;
  readonly #siteKey: string;
  readonly #network: string;
  #budgets: Budgets | undefined;
  #siteNews: Pick<Subscription, "end"> | undefined;
  #begun: Subscription | undefined;
  /** Number of the newest conversation that the other end knows of. */
  #newest = Number.POSITIVE_INFINITY;

  /** @param network where the visitor comes from: rates are counted for it. */
  constructor(context: PeerContext, sink: Sink, siteKey: string, network: string) {
    super(context, sink);
    this.#siteKey = siteKey;
    this.#network = network;
    this.frameBudget = new Budget(context.limits.visitorFrames, context.clock.steady());
  }

  override messagePauseMs(): number {
    if (this.#budgets === undefined) return 0;
    const now = this.context.clock.steady();
    const { messages, burst } = this.#budgets;
    const pauseMs = Math.max(messages.waitMs(now), burst.waitMs(now));
    if (pauseMs > 0) return pauseMs;
    messages.take(now);
    burst.take(now);
    return 0;
  }

  override async mayBegin(): Promise<boolean> {
    if (this.party === undefined || (await this.#hasBegunEnough(this.party))) return false;
    return (await this.#spend("startsPerVisitor", this.party.id)) && this.#spend("startsPerAddress", this.#network);
  }

  override async mayName(email: string): Promise<boolean> {
    if (this.party === undefined || !(await this.#spend("addressesPerVisitor", this.party.id))) return false;
    return this.#spend("requestsPerEmail", email);
  }

  /** Follows those of the visitor's conversations that began after the welcome, wherever they did. */
  followBegun(own: readonly Begun[]): void {
    for (const { id, number } of own) if (number > this.#newest) this.follow(id);
    this.#newest = Math.max(this.#newest, ...own.map(({ number }) => number));
  }

  override async tellTicket(conversationId: ConversationId): Promise<void> {
    const { conversations, linkTo } = this.context;
    const conversation = this.party && (await conversations.reach(this.party, conversationId));
    const request = conversation && requestOf(conversation, linkTo);
    if (request) this.send({ type: "request.changed", conversationId, request });
  }

  protected override async welcome(hello: Hello): Promise<void> {
    if (!speaksOurProtocol(hello)) return this.close(CLOSE.unsupportedProtocol);
    const identity = await this.#identify(hello);
    if (identity === undefined || this.isClosed) return;
    const { party, token } = identity;
    if (!this.context.crowd.enter(`visitor:${party.id}`, this.context.limits.socketsPerVisitor)) {
      this.context.counters.refusals["too-fast"] += 1;
      return this.close(CLOSE.tooFast);
    }
    this.accept(party);
    this.#begun = this.context.bus.subscribe(visitorChannel(party.id), ({ frame }) => this.#hear(readNews(frame)));
    await this.#begun.ready;
    await this.#sendWelcome(party, token);
    if (this.isClosed) return;
    this.#siteNews = this.context.shop.follow(this.#siteKey, (frame) => this.sink.send(frame, true));
    await this.resume(hello, party);
  }

  protected override left(party: TokenHolder): void {
    this.#siteNews?.end();
    this.#begun?.end();
    this.context.crowd.leave(`visitor:${party.id}`);
  }

  /** As many conversations in a day as the owner allows one visitor. */
  async #hasBegunEnough({ id }: TokenHolder): Promise<boolean> {
    const { conversations, sites, clock } = this.context;
    const most = sites.known(this.#siteKey)?.promises.requestsPerDay ?? Number.POSITIVE_INFINITY;
    return (await conversations.begunSince(id, clock.now() - DAY_MS)) >= most;
  }

  /** A newer relay may have other news, which are not for this one. */
  #hear({ begun, forgotten, requested }: VisitorNews): void {
    if (requested !== undefined) this.tellTicket(requested).catch(this.context.fault);
    if (begun !== undefined) this.follow(begun);
    if (forgotten === true) this.close(CLOSE.unauthorized);
  }

  /** H3: no token mints one; one that does not stand closes. */
  async #identify(hello: Hello): Promise<Identity | undefined> {
    const { visitors } = this.context;
    const token = "token" in hello ? hello.token : null;
    if (token === null) return this.#mint(("locale" in hello && hello.locale) || null);
    const party = await visitors.identify(this.#siteKey, token);
    if (party === undefined) this.close(CLOSE.unauthorized);
    return party && { party };
  }

  /** A new visitor, of whom one address brings only so many: each is a row that outlives the socket. */
  async #mint(locale: string | null): Promise<Identity | undefined> {
    const { visitors, counters } = this.context;
    if (!(await this.#spend("visitorsPerAddress", this.#network))) {
      counters.refusals["too-fast"] += 1;
      this.close(CLOSE.tooFast);
      return undefined;
    }
    const minted = await visitors.mint(this.#siteKey, locale);
    if (minted === undefined) this.close(CLOSE.tryLater);
    return minted;
  }

  /** Takes one from a budget that all relays share, or returns false. */
  async #spend(name: VisitorBudget, key: string): Promise<boolean> {
    const { sharedLimits, limits } = this.context;
    return (await sharedLimits.of(name, limits[name]).spend(key)).waitMs === 0;
  }

  async #sendWelcome(party: TokenHolder, token: string | undefined): Promise<void> {
    const { lineage, clock, shop, conversations, linkTo } = this.context;
    const own = await conversations.ofVisitor(party.id);
    this.#newest = Math.max(0, ...own.map(({ number }) => number));
    this.send({
      type: "welcome",
      protocol: PROTOCOL_VERSION,
      epoch: lineage.epoch,
      at: clock.now(),
      you: { kind: "visitor", id: party.id },
      ...(token === undefined ? {} : { token }),
      site: shop.stateOf(this.#siteKey),
      team: [],
      conversations: own.map((conversation) => headOf(conversation, linkTo)),
    });
  }

  protected override accept(party: TokenHolder): void {
    super.accept(party);
    const { visitorFrames, visitorMessages, visitorBurst } = this.context.budgets;
    this.frameBudget = visitorFrames.rateOf(party.id);
    this.#budgets = { messages: visitorMessages.rateOf(party.id), burst: visitorBurst.rateOf(party.id) };
  }
}
