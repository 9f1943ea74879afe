import type { ConversationId, ProblemCode, RelayFrame } from "@shopbell/protocol";
import { CLOSE, HEARTBEAT_ANSWER_MS, HEARTBEAT_EVERY_MS, HELLO_TIMEOUT_MS } from "@shopbell/protocol/limits";
import type * as z from "zod";
import type { Conversation } from "../conversations/conversation.ts";
import type { Party } from "../conversations/party.ts";
import type { Rate } from "../http/rate-limit.ts";
import { MALFORMED_FRAMES, PULSE_MS } from "../limits.ts";
import { encode } from "./encode.ts";
import { type PeerFrame, parseFrame } from "./parse-frame.ts";
import type { PeerContext } from "./peer-context.ts";
import { answerFrame, refuse } from "./peer-frames.ts";
import type { Sink } from "./sink.ts";
import { Watches } from "./watches.ts";

/** What the other end asks for once, and does not ask for again while the socket lives. */
type AboutConversation = Extract<PeerFrame, { type: "conversation.open" | "seen.set" }>;

export type Hello = Extract<PeerFrame, { type: "hello" }>;

/** Pulses come once a second, and silence must be noticed within 35 s: two of them belong to the heartbeat's 25. */
const PULSES_MS = 2 * PULSE_MS;

/** One socket's server side. Frames of one end are handled strictly one after the other. */
export abstract class Peer<P extends Party = Party> {
  readonly context: PeerContext;
  readonly watches: Watches;
  readonly sink: Sink;
  protected abstract readonly schema: z.ZodType<PeerFrame>;
  protected abstract frameBudget: Rate;
  #party: P | undefined;
  #closed = false;
  #malformed = 0;
  readonly #openedAt: number;
  #heardAt: number;
  #heartbeatAt: number;
  #waiting: PeerFrame[] = [];
  #working: Promise<void> | null = null;
  /** Could not be done, because the database was away: the last of each kind and conversation. */
  readonly #undone = new Map<string, AboutConversation>();

  constructor(context: PeerContext, sink: Sink) {
    this.context = context;
    this.sink = sink;
    this.watches = new Watches(context, sink, (id) => this.refill(id));
    this.#openedAt = context.clock.steady();
    this.#heardAt = this.#openedAt;
    this.#heartbeatAt = this.#openedAt;
  }

  /** Who this is; undefined until hello was accepted. */
  get party(): P | undefined {
    return this.#party;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Milliseconds until this person may send a message; 0 takes one from their budget. */
  abstract messagePauseMs(): number;
  /** May this person begin one more conversation? Takes it from their budget. */
  abstract mayBegin(): Promise<boolean>;
  /** Called before the entries of a conversation that the other end asked for. */
  opening(_conversation: Conversation): void {
    // A visitor's end knows all there is from welcome and the entries.
  }

  /** May this person have mail sent to one more address? Takes it from their budget. */
  async mayName(_email: string): Promise<boolean> {
    return false;
  }

  /** Sends a visitor the ticket of a conversation as it is now. */
  async tellTicket(_conversationId: ConversationId): Promise<void> {
    // Agents read the same in the row of the inbox.
  }

  /** Decides who says hello and calls `accept`, or closes. */
  protected abstract welcome(hello: Hello): Promise<void>;
  /** Gives back what `accept` took. */
  protected abstract left(party: P): void;

  /** Takes one text message from the other end. */
  receive(text: string): void {
    if (this.#closed) return;
    this.context.counters.framesIn += 1;
    this.#heardAt = this.context.clock.steady();
    if (!this.frameBudget.take(this.#heardAt)) {
      this.context.counters.refusals["too-fast"] += 1;
      return this.close(CLOSE.tooFast);
    }
    const parsed = parseFrame(this.schema, text);
    if (parsed.kind === "frame") this.#hear(parsed.frame);
    else if (parsed.kind === "text-invalid" && this.#party) refuse(this, parsed, "text-invalid");
    else this.malformed(parsed.kind === "malformed" ? parsed.re : "message.send");
  }

  /** Gives the other end what it misses of a conversation that it follows, as if it had asked. */
  refill(conversationId: ConversationId): void {
    const after = this.watches.headOf(conversationId);
    if (after === undefined || this.#closed) return;
    this.watches.hold(conversationId);
    this.#take({ type: "conversation.open", conversationId, after });
  }

  /** Takes a frame again with the next pulse, and with each one after that, until it can be done. */
  later(frame: AboutConversation): void {
    this.#undone.set(`${frame.type} ${frame.conversationId}`, frame);
  }

  /** X1: answers, counts, and closes at the tenth, or at once where even hello is missing (H1). */
  malformed(re?: string): void {
    this.#malformed += 1;
    this.problem("malformed", re);
    if (this.#party === undefined || this.#malformed >= MALFORMED_FRAMES) this.close(CLOSE.malformed);
  }

  /** The shared pulse: silence before hello (H1), and heartbeats after it (B1). */
  pulse(): void {
    const now = this.context.clock.steady();
    if (this.#party === undefined) {
      if (now - this.#openedAt >= HELLO_TIMEOUT_MS) this.close(CLOSE.helloTimeout);
      return;
    }
    this.#doAgain();
    const sinceHeartbeat = now - this.#heartbeatAt;
    if (this.#heardAt < this.#heartbeatAt && sinceHeartbeat >= HEARTBEAT_ANSWER_MS) {
      this.sink.cut();
      this.leave();
    } else if (sinceHeartbeat >= HEARTBEAT_EVERY_MS - PULSES_MS) {
      this.#heartbeatAt = now;
      this.heartbeat();
    }
  }

  heartbeat(): void {
    this.send({ type: "heartbeat", heads: this.watches.heads });
  }

  /** Says what was wrong with a frame, and which conversation it was about. */
  problem(code: ProblemCode, re?: string, conversationId?: ConversationId): void {
    this.context.counters.refusals[code] += 1;
    this.send({ type: "problem", code, ...(re && { re }), ...(conversationId && { conversationId }) });
  }

  send(frame: RelayFrame): void {
    this.sink.send(encode(frame));
  }

  close(code: number): void {
    this.sink.close(code);
    this.leave();
  }

  /** The socket is gone, or about to be. */
  leave(): void {
    if (this.#closed) return;
    this.#closed = true;
    // What was asked for on this socket needs no answer any more; a visitor's last word is still done.
    this.#waiting = this.#waiting.filter(({ type }) => type === "visitor.forget");
    this.watches.end();
    if (this.#party) this.left(this.#party);
  }

  /** Resolves when everything received so far is answered. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
    await this.context.journal.settled();
  }

  /** Hello was accepted: this is who the other end is from now on. */
  protected accept(party: P): void {
    this.#party = party;
    this.watches.belongTo(party.id);
  }

  /** Gives the other end a conversation of its party that began elsewhere, as if it had asked for it. */
  protected follow(conversationId: ConversationId): void {
    if (!this.watches.has(conversationId)) this.#take({ type: "conversation.open", conversationId, after: 0 });
  }

  /** Replays what the other end missed, unless it holds entries of another database (H5). */
  protected async resume({ cursors, epoch }: Hello, party: P): Promise<void> {
    if (epoch !== this.context.lineage.epoch) return;
    for (const [id, seq] of Object.entries(cursors)) {
      if (this.#closed) return;
      const conversationId = id as ConversationId;
      const conversation = await this.context.conversations.reach(party, conversationId);
      if (conversation) await this.watches.open(conversation, seq);
      else this.problem("not-found", "hello", conversationId);
    }
  }

  #hear(frame: PeerFrame): void {
    const asksAgain = frame.type === "conversation.open" && this.watches.has(frame.conversationId);
    if (asksAgain && frame.after !== null) this.context.counters.gapsFound.client += 1;
    this.#take(frame);
  }

  #doAgain(): void {
    const frames = [...this.#undone.values()];
    this.#undone.clear();
    for (const frame of frames) this.#take(frame);
  }

  #take(frame: PeerFrame): void {
    if (this.#working) {
      this.#waiting.push(frame);
      return;
    }
    const work = this.#answer(frame);
    if (work) this.#working = this.#finish(work, frame);
  }

  #answer(frame: PeerFrame): Promise<void> | undefined {
    const isHello = frame.type === "hello";
    if (isHello && this.#party === undefined) return this.welcome(frame);
    if (!isHello && this.#party) return answerFrame(this, this.#party, frame);
    this.malformed(frame.type);
    return undefined;
  }

  async #finish(work: Promise<void>, frame: PeerFrame): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.context.fault(error);
      this.#failed(frame);
    }
    this.#working = null;
    while (this.#working === null) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#take(next);
    }
  }

  /** What is read for the other end's sake is tried again until it works; without a hello there is nothing to wait for. */
  #failed(frame: PeerFrame): void {
    if (frame.type === "hello") this.close(CLOSE.tryLater);
    else if (frame.type === "conversation.open") this.later(frame);
    else this.problem("internal", frame.type);
  }
}
