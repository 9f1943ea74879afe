import { AgentFrame } from "@shopbell/protocol";
import { CLOSE, PROTOCOL_VERSION } from "@shopbell/protocol/limits";
import { availabilityOf } from "../availability/availability.ts";
import { type Conversation, summaryOf } from "../conversations/conversation.ts";
import type { AgentParty } from "../conversations/party.ts";
import type { Rate } from "../http/rate-limit.ts";
import { inboxChannel, type Subscription } from "./bus.ts";
import { speaksOurProtocol } from "./hello.ts";
import { type Hello, Peer } from "./peer.ts";
import type { PeerContext } from "./peer-context.ts";
import type { Sink } from "./sink.ts";

/** The relay's side of one agent's socket. Who it is was decided by the sign-in cookie of the upgrade. */
export class AgentPeer extends Peer<AgentParty> {
  protected readonly schema = AgentFrame;
  protected frameBudget: Rate;
  readonly #messages: Rate;
  readonly #signedIn: AgentParty;
  readonly #inboxes = new Map<string, Subscription>();
  #wrote = false;

  constructor(context: PeerContext, sink: Sink, signedIn: AgentParty) {
    super(context, sink);
    this.#signedIn = signedIn;
    this.frameBudget = context.budgets.agentFrames.rateOf(signedIn.id);
    this.#messages = context.budgets.agentMessages.rateOf(signedIn.id);
  }

  get signInId(): string {
    return this.#signedIn.signInId;
  }

  /** Has anything been written since this was asked last? An open socket alone does not keep a sign-in alive. */
  takeWrote(): boolean {
    const wrote = this.#wrote;
    this.#wrote = false;
    return wrote;
  }

  override messagePauseMs(): number {
    this.#wrote = true;
    const now = this.context.clock.steady();
    return this.#messages.take(now) ? 0 : this.#messages.waitMs(now);
  }

  override mayBegin(): boolean {
    return false;
  }

  /** A pane of a conversation that is in no inbox, an old one, has its row from nowhere else. */
  override opening(conversation: Conversation): void {
    this.send({ type: "conversation.changed", conversation: summaryOf(conversation) });
  }

  override pulse(): void {
    super.pulse();
    if (this.party && !this.isClosed) this.#followInboxes();
  }

  protected override async welcome(hello: Hello): Promise<void> {
    if (!speaksOurProtocol(hello)) return this.close(CLOSE.unsupportedProtocol);
    const party = this.#signedIn;
    if (!this.context.crowd.enter(`agent:${party.id}`, this.context.limits.socketsPerAgent)) {
      this.context.counters.tooFast += 1;
      return this.close(CLOSE.tooFast);
    }
    this.accept(party);
    this.context.attendance.arrive(party.face);
    this.#sendWelcome(party);
    this.#followInboxes();
    await this.#sendInbox();
    await this.resume(hello, party);
  }

  protected override left(party: AgentParty): void {
    for (const inbox of this.#inboxes.values()) inbox.end();
    this.context.attendance.leave(party.id);
    this.context.crowd.leave(`agent:${party.id}`);
  }

  /** T3: every site's rows. Called with every pulse, because a site may have been added. */
  #followInboxes(): void {
    for (const key of this.context.sites.keys) {
      if (this.#inboxes.has(key)) continue;
      const inbox = this.context.bus.subscribe(inboxChannel(key), ({ frame }) => this.sink.send(frame));
      this.#inboxes.set(key, inbox);
    }
  }

  #sendWelcome(party: AgentParty): void {
    const { people } = this.context.attendance;
    this.send({
      type: "welcome",
      protocol: PROTOCOL_VERSION,
      epoch: this.context.epoch,
      at: this.context.clock.now(),
      you: { kind: "agent", agent: party.face },
      availability: availabilityOf(people),
      people,
      conversations: [],
    });
  }

  async #sendInbox(): Promise<void> {
    await Promise.all([...this.#inboxes.values()].map(({ ready }) => ready));
    const { items, more } = await this.context.conversations.inbox();
    this.send({ type: "inbox.loaded", conversations: items.map(summaryOf), more });
    await this.sink.drained();
  }
}
