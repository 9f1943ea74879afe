import type { RelayFrame } from "@shopbell/protocol/types";
import { type Hello, LINK_LOST, type LinkEvents, type ToRelay, type Transport } from "../transport.ts";

/** Accepts what was sent last. */
export function accept(relay: FakeRelay, seq: number): void {
  const frame = relay.sentOf("message.send").at(-1);
  if (!frame) throw new Error("nothing was sent");
  relay.say({ type: "message.accepted", conversationId: frame.conversationId, id: frame.id, seq, at: 1_000 + seq });
}

/** The relay's end of a transport in memory: hears what is sent, and says what the test tells it to. */
export class FakeRelay implements Transport {
  /** Every hello, one for each link that was accepted. */
  readonly hellos: Hello[] = [];
  /** Everything sent after hello, on all links. */
  readonly sent: ToRelay[] = [];
  /** Refuses every link while false. */
  reachable = true;
  attempts = 0;
  private events: LinkEvents | undefined;

  connect(hello: () => Hello, events: LinkEvents) {
    this.attempts++;
    if (!this.reachable) {
      let given = false;
      queueMicrotask(() => given || events.closed(LINK_LOST));
      return {
        send: () => {},
        close: () => {
          given = true;
        },
      };
    }
    this.events = events;
    this.hellos.push(hello());
    return {
      send: (frame: ToRelay) => {
        if (this.events === events) this.sent.push(frame);
      },
      close: () => {
        if (this.events === events) this.events = undefined;
      },
    };
  }

  get connected(): boolean {
    return this.events !== undefined;
  }

  /** Says something to whoever is connected. */
  say(...frames: RelayFrame[]): void {
    for (const frame of frames) this.events?.frame(frame);
  }

  welcome(changes: Partial<Extract<RelayFrame, { type: "welcome" }>> = {}): void {
    this.say({
      type: "welcome",
      protocol: 1,
      epoch: "e1",
      at: 1_000,
      you: { kind: "visitor", id: "v1" },
      site: null,
      team: [],
      conversations: [],
      ...changes,
    });
  }

  /** Ends the link from the relay's side. */
  close(code: number = LINK_LOST): void {
    const events = this.events;
    this.events = undefined;
    events?.closed(code);
  }

  /** What was sent of one type, in order. */
  sentOf<Type extends ToRelay["type"]>(type: Type): Extract<ToRelay, { type: Type }>[] {
    return this.sent.filter((frame): frame is Extract<ToRelay, { type: Type }> => frame.type === type);
  }
}
