import { PROTOCOL_VERSION } from "@shopbell/protocol/limits";
import type { AgentAvailability, ConversationId, MessageId, RelayFrame } from "@shopbell/protocol/types";
import { withThread } from "./apply-frame.ts";
import type { Clock } from "./clock.ts";
import { Connection } from "./connection.ts";
import { begunAnew, newDraft } from "./draft.ts";
import { type DraftStore, outboxOf } from "./draft-store.ts";
import { HeardLine } from "./heard-line.ts";
import type { Line, SendOptions } from "./line.ts";
import { type Draft, EMPTY_LINE, type LineState, type Whereto } from "./line-state.ts";
import { requesting } from "./requesting.ts";
import { createSender } from "./sender.ts";
import { EMPTY_THREAD, seeUpTo } from "./thread.ts";
import type { Hello, ToRelay, Transport } from "./transport.ts";
import { createTyping } from "./typing.ts";
import { createWatcher } from "./watcher.ts";

export interface DirectLineOptions {
  clock: Clock;
  socket: Transport;
  poll: Transport;
  /** Longest pause between two attempts. */
  capMs: number;
  drafts: DraftStore;
  /** Our own side of a conversation's read markers. */
  side: "visitor" | "agent";
  /** What the state is after a frame. */
  apply(state: LineState, frame: RelayFrame): LineState;
  /** Completes a hello with what only this side says. */
  hello(resumption: Pick<Hello, "type" | "protocol" | "cursors" | "epoch">): Hello;
  /** Keeps a visitor's new token. */
  keepToken?(token: string): void;
  /** The token is worth nothing any more. Returns whether a new one can be had. */
  forgetToken?(): boolean;
  /** What another tab knew when this one took over. */
  initial?: LineState;
}

/** A line that holds its own connection. */
export class DirectLine extends HeardLine implements Line {
  state: LineState;
  readonly leads = true;
  readonly #options: DirectLineOptions;
  readonly #connection: Connection;
  readonly #watcher: ReturnType<typeof createWatcher>;
  readonly #sender: ReturnType<typeof createSender>;
  readonly #writing: ReturnType<typeof createTyping>;

  constructor(options: DirectLineOptions) {
    super();
    this.#options = options;
    const outbox = outboxOf(options.drafts, options.initial?.outbox);
    this.state = { ...EMPTY_LINE, ...options.initial, status: "idle", outbox };
    this.#connection = new Connection({
      ...options,
      hello: () => this.#hello(),
      frame: (frame) => this.#hear(frame),
      status: (status, refusal) => this.#change({ status, refusal }),
      unauthorized: () => this.#startAnew(),
    });
    const send = (frame: ToRelay) => this.#connection.send(frame);
    this.#watcher = createWatcher(() => this.state, send);
    this.#writing = createTyping(options.clock, send, (id) => this.#fadeTyping(id));
    this.#sender = createSender({
      clock: options.clock,
      outbox: () => this.#ownDrafts(),
      change: (draft) => this.#replace(draft),
      live: () => this.state.status === "live",
      send,
    });
    for (const id of Object.keys(this.state.threads)) this.#watcher.open(id as ConversationId, true);
    for (const draft of this.state.outbox) if (draft.start) this.#openThread(draft.conversationId, true);
  }

  /** The page is hidden away: lets go of the socket until `resume`. */
  pause(): void {
    this.#connection.stop();
    this.#sender.stop();
    this.#writing.stop();
  }

  protected unpause(): void {
    this.#connection.start();
    this.#sender.pump();
  }

  probe(): void {
    this.#connection.probe();
  }

  offline(): void {
    this.#connection.giveUp();
  }

  send(conversationId: ConversationId, text: string, options: SendOptions = {}): MessageId {
    const draft = newDraft(conversationId, text, this.#options.clock.wall(), options);
    this.#options.drafts.keep(draft);
    if (draft.start) this.#openThread(conversationId, true);
    this.#change({ outbox: [...this.state.outbox.filter((known) => known.id !== draft.id), draft] });
    this.#writing.sent(conversationId);
    this.#sender.pump();
    return draft.id;
  }

  retry(id: MessageId): void {
    const draft = this.state.outbox.find((known) => known.id === id);
    if (draft) this.#sender.retry(draft);
  }

  discard(id: MessageId): void {
    this.#options.drafts.remove(id);
    this.#change({ outbox: this.state.outbox.filter((draft) => draft.id !== id) });
    this.#sender.pump();
  }

  typing(conversationId: ConversationId, typing: boolean): void {
    this.#writing.set(conversationId, typing);
  }

  see(conversationId: ConversationId, seq: number): void {
    const thread = this.state.threads[conversationId];
    const next = thread && seeUpTo(thread, { [this.#options.side]: seq });
    if (!next || next === thread) return;
    this.#change(withThread(this.state, conversationId, next));
    this.#connection.send({ type: "seen.set", conversationId, seq });
  }

  open(conversationId: ConversationId): void {
    const begins = this.state.outbox.some((draft) => draft.start && draft.conversationId === conversationId);
    this.#openThread(conversationId, begins);
  }

  leave(conversationId: ConversationId): void {
    this.#watcher.leave(conversationId);
    const { [conversationId]: _, ...threads } = this.state.threads;
    this.#change({ threads });
  }

  older(conversationId: ConversationId): void {
    const before = this.state.threads[conversationId]?.entries[0]?.seq;
    if (before) this.#connection.send({ type: "history.fetch", conversationId, before });
  }

  request(conversationId: ConversationId, whereto: Whereto): void {
    this.#change({ requesting: requesting(this.state.requesting, conversationId, whereto) });
    this.#connection.send({ type: "request.open", conversationId, ...whereto });
  }

  /** Visitors are not asked for it; see AgentLine. */
  setAvailability(_availability: AgentAvailability, _idle?: boolean): void {}

  /** Says something now, or not at all. */
  protected say(frame: ToRelay): void {
    this.#connection.send(frame);
  }

  forget(): void {
    if (this.#options.side === "visitor") this.#connection.send({ type: "visitor.forget" });
    this.stop();
    for (const draft of this.state.outbox) this.#options.drafts.remove(draft.id);
    this.#options.forgetToken?.();
    this.#watcher.clear();
    this.#change({ ...EMPTY_LINE, site: this.state.site });
  }

  /** What is still to be sent from here: another tab of ours may have sent or deleted it. */
  #ownDrafts(): readonly Draft[] {
    const gone = this.state.outbox.filter((draft) => this.#options.drafts.isGone(draft.id));
    if (gone.length) this.#change({ outbox: this.state.outbox.filter((draft) => !gone.includes(draft)) });
    return this.state.outbox;
  }

  #change(changes: Partial<LineState>): void {
    const next = { ...this.state, ...changes };
    this.state = next;
    this.tellChanged();
  }

  #replace(draft: Draft): void {
    this.#options.drafts.keep(draft);
    this.#change({ outbox: this.state.outbox.map((known) => (known.id === draft.id ? draft : known)) });
  }

  #hello(): Hello {
    const { epoch } = this.state;
    return this.#options.hello({ type: "hello", protocol: PROTOCOL_VERSION, cursors: this.#watcher.cursors(), epoch });
  }

  #hear(frame: RelayFrame): void {
    const next = this.#options.apply(this.state, frame);
    const sent = this.state.outbox.filter((draft) => !next.outbox.includes(draft));
    if (next !== this.state) this.#change(next);
    for (const { id } of sent) {
      this.#options.drafts.remove(id);
      this.#sender.done(id);
    }
    if (frame.type === "welcome") this.#welcomed(frame);
    if (frame.type === "message.refused") this.#sender.refused(frame);
    if (frame.type === "resumed") this.#confirmSeen(frame.conversationId, frame.seen[this.#options.side]);
    this.#watcher.hear(frame);
    this.#writing.hear(frame);
    this.tellFrame(frame);
  }

  #welcomed(frame: Extract<RelayFrame, { type: "welcome" }>): void {
    this.#change({ relayAheadMs: frame.at - this.#options.clock.wall() });
    if (frame.token) this.#options.keepToken?.(frame.token);
    this.#watcher.resume();
    // A visitor's own conversations are few, and an answer in any of them must be heard.
    for (const head of frame.conversations) this.#openThread(head.id, false);
    this.#sender.resume();
    for (const [id, { problem, ...whereto }] of Object.entries(this.state.requesting)) {
      if (!problem) this.request(id as ConversationId, whereto);
    }
  }

  /** What was seen while nobody listened is said again. */
  #confirmSeen(conversationId: ConversationId, known: number): void {
    const seq = this.state.threads[conversationId]?.seen[this.#options.side] ?? 0;
    if (seq > known) this.#connection.send({ type: "seen.set", conversationId, seq });
  }

  #openThread(conversationId: ConversationId, begins: boolean): void {
    if (!this.state.threads[conversationId]) {
      this.#change(withThread(this.state, conversationId, { ...EMPTY_THREAD, loaded: begins }));
    }
    this.#watcher.open(conversationId, begins);
  }

  #fadeTyping(conversationId: ConversationId): void {
    const thread = this.state.threads[conversationId];
    if (thread?.typing) this.#change(withThread(this.state, conversationId, { ...thread, typing: null }));
  }

  /** The relay does not know our token: its conversations are out of reach, what was not sent yet begins a new one. */
  #startAnew(): boolean {
    if (!this.#options.forgetToken?.()) return false;
    this.#watcher.clear();
    const outbox = begunAnew(this.state.outbox);
    for (const draft of outbox) this.#options.drafts.keep(draft);
    this.#change({ ...EMPTY_LINE, outbox });
    for (const { conversationId } of outbox) this.#openThread(conversationId, true);
    return true;
  }
}
