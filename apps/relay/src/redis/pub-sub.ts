/** What is said on a channel. */
export interface Publication {
  readonly channel: string;
  readonly payload: string;
}

export interface SubscriberEvents {
  /** Connected: channels can be joined. */
  ready(): void;
  /** The connection, or one of several, is gone for good. Called once; nothing is heard after it. */
  lost(): void;
  heard(channel: string, payload: Buffer): void;
}

/** Connections that hear channels. They live once: whoever was told `lost` opens others. */
export interface Subscriber {
  /** Resolves once everything published from then on is heard. Rejects when the connection breaks. */
  join(channels: readonly string[]): Promise<void>;
  leave(channels: readonly string[]): Promise<void>;
  /** Nothing is heard any more, `lost` included. */
  close(): void;
}

/** Publishing and subscribing on one Redis, or on a cluster. */
export interface PubSub {
  /** Can anything be published just now? */
  readonly isConnected: boolean;
  /** Calls it whenever publishing becomes possible. */
  onConnected(listener: () => void): void;
  /** How many heard each publication, in one round trip; undefined where it did not get through. Never rejects. */
  publish(batch: readonly Publication[]): Promise<readonly (number | undefined)[]>;
  openSubscriber(events: SubscriberEvents): Subscriber;
  /** Channels whose names begin so, of which each connection that can fail by itself carries one at least. */
  probeChannels(beginning: string): readonly string[];
  close(): void;
}
