import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.ts";
import { isFrom, seal, unseal } from "../redis/envelope.ts";
import { InstallationPubSub } from "../redis/installation-pub-sub.ts";
import { PersistentSubscriber } from "../redis/persistent-subscriber.ts";
import { Probes } from "../redis/probes.ts";
import type { PubSub, Subscriber } from "../redis/pub-sub.ts";
import { Publications } from "../redis/publications.ts";
import { Subscriptions } from "../redis/subscriptions.ts";
import { type Bus, type BusEvents, type BusListener, type BusMessage, plain, type Subscription } from "./bus.ts";
import { MemoryBus } from "./memory-bus.ts";

/** On which a relay tells the others that they have not heard everything of it. */
const LOSSES = "losses";

export interface RedisBusOptions extends BusEvents {
  readonly pubSub: PubSub;
  readonly clock: Clock;
  /** What the channels of this installation begin with, as of now (`beginningOf`). */
  readonly beginning: () => string;
  /** Told what a listener could not do with something that was heard. */
  readonly fault: (error: unknown) => void;
}

/** The bus of several relays. Listeners on this relay are served at once; Redis carries what is published to the others. */
export class RedisBus implements Bus {
  /** How often subscriptions stood again after an interruption. */
  interruptions = 0;
  /** Publications on channels that this relay listens to, which not even this relay heard. */
  unheardPublishes = 0;
  readonly #relayId = randomBytes(8).toString("hex");
  readonly #local = new MemoryBus();
  readonly #pubSub: InstallationPubSub;
  readonly #options: RedisBusOptions;
  readonly #probes: Probes;
  readonly #publications: Publications;
  readonly #subscriptions: Subscriptions;
  readonly #subscriber: PersistentSubscriber;
  #confessed = 0;
  #probeChannels: readonly string[] = [];
  #stands = false;
  #wasInterrupted = false;

  constructor(options: RedisBusOptions) {
    this.#options = options;
    this.#probes = new Probes(options.clock);
    const pubSub = new InstallationPubSub(options.pubSub, options.beginning);
    this.#pubSub = pubSub;
    this.#publications = new Publications({
      pubSub,
      isHeard: (channel) => this.#subscriptions.stands(channel),
      unheard: () => this.#suspectSubscriptions(),
    });
    this.#subscriptions = new Subscriptions((subscriber) => this.#subscriber.replace(subscriber));
    this.#subscriber = new PersistentSubscriber(pubSub, {
      ready: (subscriber) => this.#resume(subscriber),
      lost: () => this.#suspend(),
      heard: (channel, payload) => this.#hear(channel, payload),
    });
    pubSub.onConnected(() => {
      this.#confessLosses();
      this.#probe();
    });
  }

  /** A relay that is not heard is not whole either, and one that has just connected not before it has heard itself. */
  get whole(): boolean {
    return this.#stands && this.#pubSub.isConnected && this.#probes.areHeard;
  }

  /** Milliseconds from this relay through Redis to itself, when it was last measured. */
  get lagMs(): number {
    return this.#probes.lagMs;
  }

  /** Publications that other relays cannot have heard. */
  get droppedPublishes(): number {
    return this.#publications.dropped;
  }

  /** Publications that other relays missed and were not told of, because nothing can be published. */
  get untoldPublishes(): number {
    return this.#pubSub.isConnected ? 0 : this.droppedPublishes - this.#confessed;
  }

  publish(channel: string, message: BusMessage): void {
    this.#publications.add(channel, seal(this.#relayId, message));
    this.#local.publish(channel, message);
  }

  subscribe(channel: string, listener: BusListener): Subscription {
    const { end } = this.#local.subscribe(channel, listener);
    let hasEnded = false;
    return {
      ready: this.#subscriptions.add(channel),
      end: () => {
        if (hasEnded) return;
        hasEnded = true;
        end();
        this.#subscriptions.remove(channel, this.#options.clock.steady());
      },
    };
  }

  pulse(): void {
    this.#subscriptions.sweep(this.#options.clock.steady());
    this.#confessLosses();
    if (!this.#stands) return;
    if (this.#pubSub.hasMoved || this.#probes.areMissed) this.#subscriber.replace();
    else if (this.#probes.isDue) this.#probe();
  }

  async close(): Promise<void> {
    this.#stands = false;
    this.#subscriber.close();
    this.#subscriptions.suspend();
    this.#pubSub.close();
    await this.#local.close();
  }

  async #resume(subscriber: Subscriber): Promise<void> {
    this.#probeChannels = this.#pubSub.probeChannels(`relay:${this.#relayId}`);
    await subscriber.join([LOSSES, ...this.#probeChannels]);
    await this.#subscriptions.resume(subscriber);
    this.#stands = true;
    this.#probes.reset(this.#probeChannels);
    this.#probe();
    if (this.#wasInterrupted) this.#tellInterrupted();
  }

  #tellInterrupted(): void {
    this.#wasInterrupted = false;
    this.interruptions += 1;
    this.#options.interrupted();
  }

  #suspend(): void {
    this.#stands = false;
    this.#wasInterrupted = true;
    this.#subscriptions.suspend();
  }

  /** Whatever came over the network, what is done with it must not end the process. */
  #hear(channel: string, payload: Buffer): void {
    try {
      this.#take(channel, payload);
    } catch (error) {
      this.#options.fault(error);
    }
  }

  #take(channel: string, payload: Buffer): void {
    if (this.#probeChannels.includes(channel)) return this.#probes.hear(channel, payload);
    if (isFrom(this.#relayId, payload)) return; // its listeners here were served when it was published
    if (channel === LOSSES) return this.#tellInterrupted();
    const message = unseal(payload);
    if (message) this.#local.publish(channel, message);
  }

  #probe(): void {
    if (!this.#stands || !this.#pubSub.isConnected) return;
    const probe = this.#probes.send(this.#probeChannels);
    for (const channel of this.#probeChannels) this.#publications.add(channel, probe);
  }

  /** Redis has forgotten one, and who knows which others: a new connection joins them all again. */
  #suspectSubscriptions(): void {
    this.unheardPublishes += 1;
    this.#subscriber.replace();
  }

  /** What other relays did not hear of this one, they find in the database. */
  #confessLosses(): void {
    if (this.#confessed === this.droppedPublishes || !this.#pubSub.isConnected) return;
    this.#confessed = this.droppedPublishes;
    this.#publications.add(LOSSES, seal(this.#relayId, plain("")));
  }
}
