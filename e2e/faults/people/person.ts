import { newConversationId } from "@shopbell/client";
import {
  applyAgentFrame,
  applyFrame,
  type Clock,
  DirectLine,
  type DirectLineOptions,
  MemoryDrafts,
  pollTransport,
  socketTransport,
  systemClock,
  type Transport,
} from "@shopbell/client/testing";
import { BACKOFF_CAP_AGENT_MS, BACKOFF_CAP_MS } from "@shopbell/protocol/limits";
import type { ConversationId } from "@shopbell/protocol/types";
import { browse } from "./browser.ts";
import { Recorder } from "./recorder.ts";
import type { Recording } from "./recording.ts";

/** Who somebody is, and where they find the relay. */
export interface Identity {
  readonly name: string;
  /** Address of their own under which they reach the balancer. */
  readonly host: string;
  readonly origin: string;
  /** A visitor's site. */
  readonly siteKey?: string;
  /** An agent's sign-in. */
  readonly cookie?: string;
}

/** What a run changes in everybody's code: a device's clock, or a part that is broken on purpose. */
export interface Habits {
  readonly clock?: Clock;
  wrap?(socket: Transport): Transport;
}

/** A visitor or an agent with the real client, as in a page, and a recorder that looks over their shoulder. */
export class Person {
  readonly identity: Identity;
  readonly recorder: Recorder;
  readonly #habits: Habits;
  readonly #drafts = new MemoryDrafts();
  #token: string | null;
  #line: DirectLine;
  /** What this person takes part in. */
  readonly conversations: ConversationId[] = [];

  constructor(identity: Identity, habits: Habits = {}, token: string | null = null) {
    const { name, host, origin, cookie, siteKey } = identity;
    this.identity = identity;
    this.#habits = habits;
    this.#token = token;
    browse(host, cookie === undefined ? { origin } : { origin, cookie });
    this.recorder = new Recorder(name, siteKey ?? null);
    this.#line = this.#open();
  }

  get recording(): Recording {
    return this.recorder.recording;
  }

  get line(): DirectLine {
    return this.#line;
  }

  /** Closes the page and opens it again: what was written is still there. */
  reload(): void {
    this.leave();
    this.#line = this.#open();
    this.#line.start();
    if (this.identity.cookie) for (const id of this.conversations) this.#line.open(id);
  }

  /** Begins a conversation with its first words. */
  begin(): ConversationId {
    const id = newConversationId();
    this.conversations.push(id);
    this.say(id);
    return id;
  }

  /** Says something that tells by itself where it belongs, by whom it is and in which order. */
  say(conversationId: ConversationId): void {
    const { name, siteKey } = this.identity;
    const text = `${conversationId} ${name} ${this.recording.sent.length + 1}`;
    const id = this.#line.send(conversationId, text, { start: siteKey !== undefined });
    this.recorder.sent(id, conversationId, text);
  }

  /** The same person on another device, who knows nothing yet. */
  onAnotherDevice(host: string): Person {
    return new Person({ ...this.identity, name: `${this.identity.name} again`, host }, {}, this.#token);
  }

  leave(): void {
    this.#line.stop();
  }

  #open(): DirectLine {
    const { host, siteKey, cookie } = this.identity;
    const path = cookie === undefined ? `/v1/sites/${siteKey}` : "/v1/agent";
    const clock = this.#habits.clock ?? systemClock;
    const socket = socketTransport(`ws://${host}${path}/socket`);
    const line = new DirectLine({
      clock,
      socket: this.#habits.wrap?.(socket) ?? socket,
      poll: pollTransport(`http://${host}${path}/poll`, clock),
      drafts: this.#drafts,
      ...(cookie === undefined ? this.#asVisitor() : AS_AGENT),
    });
    this.recorder.follow(line);
    return line;
  }

  #asVisitor(): SideOptions {
    return {
      capMs: BACKOFF_CAP_MS,
      side: "visitor",
      apply: applyFrame,
      hello: (resumption) => ({ ...resumption, token: this.#token }),
      keepToken: (token) => {
        this.#token = token;
      },
      forgetToken: () => {
        this.#token = null;
        return true;
      },
    };
  }
}

type SideOptions = Omit<DirectLineOptions, "clock" | "socket" | "poll" | "drafts">;

const AS_AGENT: SideOptions = {
  capMs: BACKOFF_CAP_AGENT_MS,
  side: "agent",
  apply: applyAgentFrame,
  hello: (resumption) => resumption,
};
