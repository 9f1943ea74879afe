import type { Clock } from "../../clock.ts";
import { newId } from "../../tokens.ts";
import type { Outlet, WrittenMail } from "../mail.ts";

/** A mail that would have gone out. */
export interface KeptMail extends WrittenMail {
  readonly id: string;
  readonly at: number;
}

const MAX_KEPT = 200;

/** Where mail goes that has no server to go to: kept in memory for a developer to look at. */
export class DemoMailbox implements Outlet {
  readonly #clock: Clock;
  #mails: readonly KeptMail[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Latest first. */
  get mails(): readonly KeptMail[] {
    return this.#mails;
  }

  find(id: string): KeptMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  async send(mail: WrittenMail): Promise<void> {
    this.#mails = [{ ...mail, id: newId(), at: this.#clock.now() }, ...this.#mails].slice(0, MAX_KEPT);
  }

  async check(): Promise<void> {
    // It always takes mail.
  }

  close(): void {
    this.#mails = [];
  }
}
