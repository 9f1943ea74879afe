import type { Publication, PubSub } from "./pub-sub.ts";

/** Publications that have not been answered, above which more are dropped: each is in the database too. */
const MAX_UNANSWERED = 20_000;
/** Longer than any answer of a Redis that is well. One deadline for all that is sent together, by `connectPublisher`. */
const ANSWER_MS = 500;

export interface PublicationsOptions {
  readonly pubSub: PubSub;
  /** Must somebody hear what is published on this channel? */
  readonly isHeard: (channel: string) => boolean;
  /** Told when nobody did, all the same. */
  readonly unheard: () => void;
}

/** Sends what is published in one turn together, and waits for nothing. */
export class Publications {
  /** Publications that did not get through, since the start. */
  dropped = 0;
  readonly #options: PublicationsOptions;
  #waiting: Publication[] = [];
  #unanswered = 0;

  constructor(options: PublicationsOptions) {
    this.#options = options;
  }

  add(channel: string, payload: string): void {
    if (this.#unanswered >= MAX_UNANSWERED) {
      this.dropped += 1;
      return;
    }
    if (this.#waiting.length === 0) setImmediate(() => this.#flush());
    this.#waiting.push({ channel, payload });
    this.#unanswered += 1;
  }

  async #flush(): Promise<void> {
    const { pubSub, isHeard, unheard } = this.#options;
    const batch = this.#waiting;
    this.#waiting = [];
    // Asked before it is sent: a subscription that is made meanwhile need not hear it.
    const heard = batch.map(({ channel }) => isHeard(channel));
    const receivers = pubSub.isConnected ? await inTime(pubSub.publish(batch)) : [];
    this.#unanswered -= batch.length;
    for (const [index, { channel }] of batch.entries()) {
      if (receivers[index] === undefined) this.dropped += 1;
      else if (receivers[index] === 0 && heard[index] && isHeard(channel)) unheard();
    }
  }
}

/** Nothing when there is no answer in time: the publications may be heard yet, and nobody will know. */
async function inTime<T>(answers: Promise<readonly T[]>): Promise<readonly T[]> {
  const { promise: silence, resolve } = Promise.withResolvers<readonly T[]>();
  const timer = setTimeout(resolve, ANSWER_MS, []);
  const answered = await Promise.race([answers, silence]);
  clearTimeout(timer);
  return answered;
}
