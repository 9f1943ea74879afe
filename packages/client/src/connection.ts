import { CLOSE, HEARTBEAT_ANSWER_MS, SILENCE_LIMIT_MS, STABLE_AFTER_MS } from "@shopbell/protocol/limits";
import type { RelayFrame } from "@shopbell/protocol/types";
import { pauseMs } from "./backoff.ts";
import type { Clock } from "./clock.ts";
import type { LineState, LineStatus } from "./line-state.ts";
import { type Hello, LINK_LOST, LINK_RENEWED, type Link, type ToRelay, type Transport } from "./transport.ts";

/** An attempt that brought no welcome by then has failed. */
const CONNECT_LIMIT_MS = 10_000;

export interface ConnectionOptions {
  clock: Clock;
  /** Tried first. */
  socket: Transport;
  /** Tried after the socket failed twice in a row. */
  poll: Transport;
  /** Longest pause between two attempts. */
  capMs: number;
  hello(): Hello;
  frame(frame: RelayFrame): void;
  status(status: LineStatus, refusal: LineState["refusal"]): void;
  /** The relay does not know us. Returns whether another attempt makes sense. */
  unauthorized(): boolean;
}

/** Keeps a link to the relay: connects, watches for silence, and comes back after a loss. Rules B1-B6. */
export class Connection {
  readonly #options: ConnectionOptions;
  #link: Link | undefined;
  #wanted = false;
  #live = false;
  #liveSince = 0;
  #heardAt = 0;
  /** A probe was sent, and nothing was heard since. */
  #asking = false;
  #polling = false;
  #attempt = 0;
  #failedUpgrades = 0;
  #goawayMs: number | undefined;
  #cancelTimer = () => {};

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#options.status("connecting", null);
    this.#connect();
  }

  stop(): void {
    if (!this.#wanted) return;
    this.#wanted = false;
    this.#drop();
    this.#options.status("idle", null);
  }

  /** Sends now, or not at all: what must arrive is kept by the caller. */
  send(frame: ToRelay): void {
    if (this.#live) this.#link?.send(frame);
  }

  /** Asks the relay whether it is still there, and connects anew where no answer comes. A pause ends at once. */
  probe(): void {
    if (!this.#wanted) return;
    if (!this.#link) return this.#connect();
    // A question that is still open stays the one to answer: asking again must not put the end off.
    if (!this.#live || this.#asking) return;
    this.#asking = true;
    this.#link.send({ type: "probe" });
    this.#after(HEARTBEAT_ANSWER_MS, () => (this.#asking ? this.#lost(LINK_LOST) : this.#watch()));
  }

  /** The device has no network any more: nothing is worth waiting for on this link. */
  giveUp(): void {
    if (this.#link && this.#live) this.#lost(LINK_LOST);
  }

  #connect(): void {
    // Two upgrades in a row failed: something between may block them. Take turns until one of the two works.
    this.#polling = this.#failedUpgrades >= 2 && this.#failedUpgrades % 2 === 0;
    this.#goawayMs = undefined;
    this.#after(CONNECT_LIMIT_MS, () => this.#lost(LINK_LOST));
    this.#link = (this.#polling ? this.#options.poll : this.#options.socket).connect(this.#options.hello, {
      frame: (frame) => this.#hear(frame),
      closed: (code) => this.#lost(code),
    });
  }

  #hear(frame: RelayFrame): void {
    this.#heardAt = this.#now();
    this.#asking = false;
    if (frame.type === "heartbeat") this.send({ type: "heartbeat.answer" });
    if (frame.type === "goaway") this.#goawayMs = frame.retryInMs;
    if (frame.type === "welcome" && !this.#live) {
      this.#live = true;
      this.#liveSince = this.#heardAt;
      this.#after(SILENCE_LIMIT_MS, () => this.#watch());
      this.#options.status("live", null);
    }
    this.#options.frame(frame);
    // Something between damaged what we sent, and nobody knows what it was: a new link says everything again.
    if (frame.type === "problem" && frame.code === "malformed") this.#lost(LINK_LOST);
  }

  /** One timer for the whole link: it looks when silence would be too long if nothing more came, and sleeps on. */
  #watch(): void {
    const leftMs = this.#heardAt + SILENCE_LIMIT_MS - this.#now();
    if (leftMs <= 0) this.#lost(LINK_LOST);
    else this.#after(leftMs, () => this.#watch());
  }

  #lost(code: number): void {
    if (code === LINK_LOST && !this.#live) this.#failedUpgrades++;
    // After a poll that worked, one more failed upgrade is enough to poll again.
    else this.#failedUpgrades = this.#polling ? 1 : 0;
    this.#drop();
    if (code === LINK_RENEWED) return this.#connect();
    if (code === CLOSE.unsupportedProtocol) return this.#refuse("unsupported");
    if (code === CLOSE.unauthorized && !this.#options.unauthorized()) return this.#refuse("unauthorized");
    const pause = this.#goawayMs ?? pauseMs(this.#attempt++, this.#options.capMs, this.#options.clock.random());
    this.#after(pause, () => this.#connect());
    this.#options.status("waiting", null);
  }

  #refuse(refusal: LineState["refusal"]): void {
    this.#wanted = false;
    this.#options.status("refused", refusal);
  }

  #drop(): void {
    this.#cancelTimer();
    this.#link?.close();
    this.#link = undefined;
    if (this.#live && this.#now() - this.#liveSince >= STABLE_AFTER_MS) this.#attempt = 0;
    this.#live = false;
    this.#asking = false;
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #after(ms: number, callback: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#options.clock.after(ms, callback);
  }
}
