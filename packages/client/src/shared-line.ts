import type { ConversationId, MessageId } from "@shopbell/protocol/types";
import type { DirectLine } from "./direct-line.ts";
import { newDraft } from "./draft.ts";
import type { DraftStore } from "./draft-store.ts";
import { HeardLine } from "./heard-line.ts";
import type { Line, SendOptions } from "./line.ts";
import { EMPTY_LINE, type LineState, type Requesting } from "./line-state.ts";
import { requesting } from "./requesting.ts";

/** What a tab asks the leading tab to do for it. */
type Call = {
  [Method in "send" | "retry" | "discard" | "typing" | "see" | "open" | "older" | "request" | "probe"]: [
    Method,
    Parameters<Line[Method]>,
  ];
};
type AnyCall = Call[keyof Call];

/** What the tabs of one browser say to each other. */
type TabMessage =
  | { kind: "hello" }
  | { kind: "state"; state: LineState }
  | { kind: "call"; call: AnyCall }
  | { kind: "forget" };

export interface SharedLineOptions {
  /** The same in every tab of this visitor and site, and in no other. */
  name: string;
  drafts: DraftStore;
  /** Makes the line that this tab holds while it leads. */
  direct(initial: LineState): DirectLine;
  /** Takes everything of the visitor off this device. */
  wipe(): void;
}

/**
 * One line for all tabs (B7): the tab that holds a Web Lock has the socket, and tells the others its state after every
 * change; they mirror it, and ask it to act for them. When the leading tab goes, the lock goes to another, which resumes
 * from what it mirrored; drafts are in the shared storage. A browser without locks gets a socket per tab.
 */
export class SharedLine extends HeardLine implements Line {
  readonly #options: SharedLineOptions;
  #mirror: LineState;
  /** What this tab asked for that no leading tab has shown yet: the one that was asked may have gone. */
  #unheard: Record<ConversationId, Requesting> = {};
  #leader: DirectLine | undefined;
  #channel: BroadcastChannel | undefined;
  #turn: AbortController | undefined;

  constructor(options: SharedLineOptions) {
    super();
    this.#options = options;
    this.#mirror = { ...EMPTY_LINE, outbox: options.drafts.load() };
  }

  get state(): LineState {
    return this.#leader?.state ?? this.#mirror;
  }

  get leads(): boolean {
    return this.#leader !== undefined;
  }

  /** The page is hidden away: lets go of socket, lock and channel, so that the browser may keep the page. */
  pause(): void {
    this.#turn?.abort();
    this.#turn = undefined;
    this.#leader?.stop();
    this.#channel?.close();
    this.#channel = undefined;
    this.#mirror = { ...this.state, status: "idle" };
    this.#leader = undefined;
    this.tellChanged();
  }

  protected unpause(): void {
    if (this.#turn) return;
    const turn = new AbortController();
    this.#turn = turn;
    this.#mirror = { ...this.#mirror, status: "connecting" };
    if (!globalThis.BroadcastChannel || !navigator.locks) return this.#lead();
    this.#queue(turn.signal).catch(() => {
      // No locks for this page, as in a sandboxed frame: it gets a socket of its own.
      if (!turn.signal.aborted && !this.#leader) this.#lead();
    });
  }

  /** Waits for the lock, leads while it is held, and ends when the page is hidden away. */
  async #queue(signal: AbortSignal): Promise<void> {
    this.#channel = new BroadcastChannel(this.#options.name);
    this.#channel.onmessage = (event: MessageEvent<TabMessage>) => this.#hear(event.data);
    this.#post({ kind: "hello" });
    const ended = new Promise<void>((end) => signal.addEventListener("abort", () => end()));
    await navigator.locks.request(this.#options.name, { signal }, () => {
      if (!signal.aborted) this.#lead();
      return ended;
    });
  }

  probe(): void {
    this.#call(["probe", []]);
  }

  offline(): void {
    this.#leader?.offline();
  }

  send(conversationId: ConversationId, text: string, options: SendOptions = {}): MessageId {
    if (this.#leader) return this.#leader.send(conversationId, text, options);
    const draft = newDraft(conversationId, text, Date.now(), options);
    this.#options.drafts.keep(draft);
    this.#mirror = { ...this.#mirror, outbox: [...this.#mirror.outbox, draft] };
    this.tellChanged();
    this.#post({ kind: "call", call: ["send", [conversationId, text, { ...options, id: draft.id }]] });
    return draft.id;
  }

  retry(...args: Parameters<Line["retry"]>): void {
    this.#call(["retry", args]);
  }

  discard(...args: Parameters<Line["discard"]>): void {
    this.#call(["discard", args]);
  }

  typing(...args: Parameters<Line["typing"]>): void {
    this.#call(["typing", args]);
  }

  see(...args: Parameters<Line["see"]>): void {
    this.#call(["see", args]);
  }

  open(...args: Parameters<Line["open"]>): void {
    this.#call(["open", args]);
  }

  older(...args: Parameters<Line["older"]>): void {
    this.#call(["older", args]);
  }

  request(...args: Parameters<Line["request"]>): void {
    if (!this.#leader) {
      this.#unheard = requesting(this.#unheard, ...args);
      this.#mirror = { ...this.#mirror, requesting: { ...this.#mirror.requesting, ...this.#unheard } };
      this.tellChanged();
    }
    this.#call(["request", args]);
  }

  /** Agents have a line of their own in each tab. */
  setAvailability(): void {}

  /** Threads are shared by all tabs: one tab that looks away takes nothing from the others. */
  leave(): void {}

  forget(): void {
    this.#post({ kind: "forget" });
    this.#forgetHere();
  }

  #forgetHere(): void {
    this.#leader?.forget();
    this.stop();
    this.#options.wipe();
    this.#mirror = { ...EMPTY_LINE, site: this.#mirror.site };
    this.#unheard = {};
    this.tellChanged();
  }

  #lead(): void {
    const leader = this.#options.direct(this.#mirror);
    this.#unheard = {};
    this.#leader = leader;
    leader.subscribe(() => {
      this.#post({ kind: "state", state: leader.state });
      this.tellChanged();
    });
    leader.onFrame((frame) => this.tellFrame(frame));
    leader.start();
  }

  #hear(message: TabMessage): void {
    if (message.kind === "forget") return this.#forgetHere();
    if (message.kind === "state") {
      if (this.#leader) return;
      for (const id of Object.keys(message.state.requesting)) delete this.#unheard[id as ConversationId];
      this.#mirror = { ...message.state, requesting: { ...message.state.requesting, ...this.#unheard } };
      return this.tellChanged();
    }
    if (!this.#leader) return;
    if (message.kind === "hello") this.#post({ kind: "state", state: this.#leader.state });
    else this.#call(message.call);
  }

  #call(call: AnyCall): void {
    if (!this.#leader) return this.#post({ kind: "call", call });
    const [method, args] = call;
    (this.#leader[method] as (...args: unknown[]) => unknown)(...args);
  }

  #post(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }
}
