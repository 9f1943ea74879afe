import type { AgentFrame, AgentHello, RelayFrame, VisitorFrame, VisitorHello } from "@shopbell/protocol/types";

export type Hello = VisitorHello | AgentHello;
export type ToRelay = VisitorFrame | AgentFrame;

/** One attempt at being connected; it ends with `closed`, once. */
export interface Link {
  send(frame: ToRelay): void;
  /** Ends the link. `closed` is not called for it. */
  close(): void;
}

export interface LinkEvents {
  frame(frame: RelayFrame): void;
  /** @param code a close code of the protocol, or 1006 where there was none */
  closed(code: number): void;
}

/** A way to reach the relay. `hello` is asked for whenever a new hello must be said. */
export interface Transport {
  connect(hello: () => Hello, events: LinkEvents): Link;
}

/** The link ended on purpose: connect again at once, nothing is wrong. */
export const LINK_RENEWED = 3000;
/** RFC 6455 7.1.5: ended without a close frame. */
export const LINK_LOST = 1006;
