import { AgentFrame } from "@shopbell/protocol";
import { CLOSE, PROTOCOL_VERSION } from "@shopbell/protocol/limits";
import { type Conversation, summaryOf } from "../conversations/conversation.ts";
import type { AgentParty } from "../conversations/party.ts";
import type { Rate } from "../http/rate-limit.ts";
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
  /** Rows that come while the inbox is read. */
  #heldRows: string[] | null = null;
  /** The other end has no inbox yet, or one that lacks rows: it is read as soon as they can take it. */
  #inboxIsStale = true;
  #teamNews: { end(): void } | undefined;
  #isWelcomed = false;
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

  override async mayBegin(): Promise<boolean> {
    return false;
  }

  /** A pane of a conversation that is in no inbox, an old one, has its row from nowhere else. */
  override opening(conversation: Conversation): void {
    this.send({ type: "conversation.changed", conversation: summaryOf(conversation) });
  }

  override pulse(): void {
    super.pulse();
    const waits = this.#heldRows !== null || this.sink.isBehind;
    if (this.#isWelcomed && this.#inboxIsStale && !waits && !this.isClosed) this.#sendInbox().catch(this.context.fault);
  }

  protected override async welcome(hello: Hello): Promise<void> {
    if (!speaksOurProtocol(hello)) return this.close(CLOSE.unsupportedProtocol);
    const party = this.#signedIn;
    if (!this.context.crowd.enter(`agent:${party.id}`, this.context.limits.socketsPerAgent)) {
      this.context.counters.refusals["too-fast"] += 1;
      return this.close(CLOSE.tooFast);
    }
    this.accept(party);
    this.context.attendance.arrive(party.face);
    this.#sendWelcome(party);
    this.#teamNews = this.context.shop.followTeam((frame) => this.sink.send(frame, true));
    await this.context.inbox.follow(this.#hearRow);
    await this.#sendInbox();
    this.#isWelcomed = true;
    await this.resume(hello, party);
  }

  protected override left(party: AgentParty): void {
    this.#teamNews?.end();
    this.context.inbox.leave(this.#hearRow);
    this.context.attendance.leave(party.id);
    this.context.crowd.leave(`agent:${party.id}`);
  }

  /** A reader who is behind gets the whole inbox once they have caught up, instead of every row on the way there. */
  readonly #hearRow = (frame: string): void => {
    if (this.#heldRows) this.#heldRows.push(frame);
    else if (this.sink.isBehind) this.#inboxIsStale = true;
    else if (!this.#inboxIsStale) this.sink.send(frame);
  };

  #sendWelcome(party: AgentParty): void {
    this.send({
      type: "welcome",
      protocol: PROTOCOL_VERSION,
      epoch: this.context.lineage.epoch,
      at: this.context.clock.now(),
      you: { kind: "agent", agent: party.face },
      site: null,
      team: this.context.shop.team,
      conversations: [],
    });
  }

  async #sendInbox(): Promise<void> {
    const held: string[] = [];
    this.#heldRows = held;
    try {
      const { items, more } = await this.context.conversations.inbox();
      this.send({ type: "inbox.loaded", conversations: items.map(summaryOf), more });
      for (const row of held) this.sink.send(row);
      this.#inboxIsStale = false;
    } finally {
      this.#heldRows = null;
    }
    await this.sink.drained();
  }
}
