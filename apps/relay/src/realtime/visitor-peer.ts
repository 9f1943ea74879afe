import type { ConversationId } from "@shopbell/protocol";
import { VisitorFrame } from "@shopbell/protocol";
import { CLOSE, PROTOCOL_VERSION } from "@shopbell/protocol/limits";
import { availabilityOf } from "../availability/availability.ts";
import { headOf } from "../conversations/conversation.ts";
import type { VisitorParty } from "../conversations/party.ts";
import { Budget, type Rate } from "../http/rate-limit.ts";
import { type Subscription, siteChannel, visitorChannel } from "./bus.ts";
import { speaksOurProtocol } from "./hello.ts";
import { type Hello, Peer } from "./peer.ts";
import type { PeerContext } from "./peer-context.ts";
import type { Sink } from "./sink.ts";

interface Budgets {
  readonly messages: Rate;
  readonly burst: Rate;
  readonly starts: Rate;
  readonly startsOfAddress: Rate;
}

/** Who says hello; the token is there where it was just minted. */
interface Identity {
  readonly party: VisitorParty;
  readonly token?: string;
}

/** The relay's side of one visitor's socket. */
export class VisitorPeer extends Peer<VisitorParty> {
  protected readonly schema = VisitorFrame;
  protected frameBudget: Rate;
  readonly #siteKey: string;
  readonly #address: string;
  #budgets: Budgets | undefined;
  #siteNews: Subscription | undefined;
  #begun: Subscription | undefined;

  /** @param address the network address that rates are counted for. */
  constructor(context: PeerContext, sink: Sink, siteKey: string, address: string) {
    super(context, sink);
    this.#siteKey = siteKey;
    this.#address = address;
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

  override mayBegin(): boolean {
    const now = this.context.clock.steady();
    const { starts, startsOfAddress } = this.#budgets ?? {};
    if (!(starts && startsOfAddress) || starts.waitMs(now) > 0) return false;
    return startsOfAddress.take(now) && starts.take(now);
  }

  protected override async welcome(hello: Hello): Promise<void> {
    if (!speaksOurProtocol(hello)) return this.close(CLOSE.unsupportedProtocol);
    const identity = await this.#identify(hello);
    if (identity === undefined || this.isClosed) return;
    const { party, token } = identity;
    if (!this.context.crowd.enter(`visitor:${party.id}`, this.context.limits.socketsPerVisitor)) {
      this.context.counters.tooFast += 1;
      return this.close(CLOSE.tooFast);
    }
    this.accept(party);
    this.#begun = this.context.bus.subscribe(visitorChannel(party.id), ({ frame }) =>
      this.follow(frame as ConversationId),
    );
    await this.#sendWelcome(party, token);
    if (this.isClosed) return;
    this.#siteNews = this.context.bus.subscribe(siteChannel(this.#siteKey), ({ frame, lossy }) =>
      this.sink.send(frame, lossy),
    );
    await this.resume(hello, party);
  }

  protected override left(party: VisitorParty): void {
    this.#siteNews?.end();
    this.#begun?.end();
    this.context.crowd.leave(`visitor:${party.id}`);
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
    const { visitors, budgets, counters, clock } = this.context;
    const now = clock.steady();
    if (!budgets.visitorsPerAddress.of(this.#address, now).take(now)) {
      counters.tooFast += 1;
      this.close(CLOSE.tooFast);
      return undefined;
    }
    const minted = await visitors.mint(this.#siteKey, locale);
    if (minted === undefined) this.close(CLOSE.tryLater);
    return minted;
  }

  async #sendWelcome(party: VisitorParty, token: string | undefined): Promise<void> {
    const { epoch, clock, attendance, conversations } = this.context;
    const own = await conversations.ofVisitor(party.id);
    const people = attendance.people;
    this.send({
      type: "welcome",
      protocol: PROTOCOL_VERSION,
      epoch,
      at: clock.now(),
      you: { kind: "visitor", id: party.id },
      ...(token === undefined ? {} : { token }),
      availability: availabilityOf(people),
      people,
      conversations: own.map(headOf),
    });
  }

  protected override accept(party: VisitorParty): void {
    super.accept(party);
    const { visitorFrames, visitorMessages, visitorBurst, startsPerVisitor, startsPerAddress } = this.context.budgets;
    this.frameBudget = visitorFrames.rateOf(party.id);
    this.#budgets = {
      messages: visitorMessages.rateOf(party.id),
      burst: visitorBurst.rateOf(party.id),
      starts: startsPerVisitor.rateOf(party.id),
      startsOfAddress: startsPerAddress.rateOf(this.#address),
    };
  }
}
