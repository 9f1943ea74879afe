import type { ConversationId } from "@shopbell/protocol";

/** One encoded frame on its way to everybody who listens on a channel. */
export interface BusMessage {
  /** Encoded once by whoever publishes; written as it is to every socket. */
  readonly frame: string;
  /** Place of what the frame says among all that is said about the same thing; null where it has none. */
  readonly seq: number | null;
  /** The conversation that the frame is about, on a channel that carries several. */
  readonly about: ConversationId | null;
  /** Visitor or agent who must not hear it, because they caused it. */
  readonly except: string | null;
  /** Best effort: left out for a reader who is behind. */
  readonly lossy: boolean;
}

export type BusListener = (message: BusMessage) => void;

export interface Subscription {
  /** Resolves when everything published from then on is heard, or when the bus is not `whole` and nobody can say. */
  readonly ready: Promise<void>;
  end(): void;
}

/**
 * Carries frames between peers, on this relay and on others. Each channel keeps one publisher's order; nothing is kept,
 * and a message may be lost on its way to another relay: whoever needs it finds the gap in the database.
 */
export interface Bus {
  /** Are messages of other relays heard just now, as far as anybody can tell? */
  readonly whole: boolean;
  /** Never throws and never waits: a failing bus never fails a send. Listeners on this relay are called at once. */
  publish(channel: string, message: BusMessage): void;
  subscribe(channel: string, listener: BusListener): Subscription;
  /** Called with every pulse. */
  pulse(): void;
  close(): Promise<void>;
}

export interface BusEvents {
  /** Subscriptions were interrupted and stand again: what was published meanwhile was not heard. */
  interrupted(): void;
}

/** A message with nothing special about it. */
export function plain(frame: string): BusMessage {
  return { frame, seq: null, about: null, except: null, lossy: false };
}

/** Entries, typing and read markers of one conversation. */
export function conversationChannel(conversationId: string): string {
  return `conversation:${conversationId}`;
}

/** What the relays of one visitor's peers must know. */
export interface VisitorNews {
  readonly begun?: ConversationId;
  readonly forgotten?: true;
  /** The ticket of this conversation is another one now. */
  readonly requested?: ConversationId;
}

/** Reads the frame of a visitor's channel. What cannot be read is no news. */
export function readNews(frame: string): VisitorNews {
  try {
    return { ...(JSON.parse(frame) as VisitorNews) };
  } catch {
    return {}; // it came from outside this process; whatever it is, the socket goes on
  }
}

/** Tells the relays, not the other ends: the frame is `VisitorNews`. */
export function visitorChannel(visitorId: string): string {
  return `visitor:${visitorId}`;
}

/** What every agent of a site hears: rows of the inbox. Their `seq` is `versionOf` the conversation. */
export function inboxChannel(siteKey: string): string {
  return `inbox:${siteKey}`;
}

/** Tells the relays that who is present has changed. */
export const PRESENCE_CHANNEL = "presence";
