/** One encoded frame on its way to everybody who listens on a channel. */
export interface BusMessage {
  /** Encoded once by whoever publishes; written as it is to every socket. */
  readonly frame: string;
  /** Seq of the entry in the frame; null for what is not part of a thread. */
  readonly seq: number | null;
  /** Visitor or agent who must not hear it, because they caused it. */
  readonly except: string | null;
  /** Best effort: left out for a reader who is behind. */
  readonly lossy: boolean;
}

export type BusListener = (message: BusMessage) => void;

export interface Subscription {
  /** Resolves when everything published from then on is heard. */
  readonly ready: Promise<void>;
  end(): void;
}

/** Carries frames between peers, on this relay and on others. Each channel keeps one publisher's order; nothing is kept. */
export interface Bus {
  /** Never throws and never waits: a failing bus never fails a send. */
  publish(channel: string, message: BusMessage): void;
  subscribe(channel: string, listener: BusListener): Subscription;
  close(): Promise<void>;
}

/** Entries, typing and read markers of one conversation. */
export function conversationChannel(conversationId: string): string {
  return `conversation:${conversationId}`;
}

/** Tells the relays, not the other ends: the frame is the id of a conversation that this visitor has begun. */
export function visitorChannel(visitorId: string): string {
  return `visitor:${visitorId}`;
}

/** What every visitor of a site hears. */
export function siteChannel(siteKey: string): string {
  return `site:${siteKey}`;
}

/** What every agent of a site hears. */
export function inboxChannel(siteKey: string): string {
  return `inbox:${siteKey}`;
}
