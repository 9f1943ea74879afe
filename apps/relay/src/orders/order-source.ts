import type { Order } from "@shopbell/protocol";

/**
 * Where orders are looked up: what the shop told us, its own endpoint, or its shop system. It says what it knows, not who may see it:
 * `find-order.ts` compares the e-mail address.
 */
export interface OrderSource {
  /** @throws SourceDown when it does not answer, or not in a way that can be understood. */
  byNumber(number: string): Promise<Order | null>;
  /** The newest ones that were ordered with an address. @throws SourceDown */
  byEmail(email: string, limit: number): Promise<Order[]>;
}

/** A source did not answer. The message is for the owner: it names what went wrong, and holds no secret. */
export class SourceDown extends Error {}

/** It did not answer at all, or wants to be left alone: the next question would fare no better, whatever it is. */
export class SourceSilent extends SourceDown {}
