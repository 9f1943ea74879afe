import type { Clock } from "../../clock.ts";
import { noteBounced } from "../../conversations/request.ts";
import { JobFault } from "../../jobs/job.ts";
import type { Desk } from "../../realtime/desk.ts";
import { isSendable } from "../address.ts";
import type { Mail, Outlet } from "../mail.ts";
import { MailFault } from "../mail-fault.ts";
import type { MailHealth } from "../mail-health.ts";
import { writeMail } from "../write-mail.ts";
import type { Letterhead } from "./letterhead.ts";
import type { MailStore } from "./mail-store.ts";

export interface PostOptions {
  readonly store: MailStore;
  readonly outlet: Outlet;
  readonly health: MailHealth;
  readonly desk: Pick<Desk, "decide">;
  readonly clock: Clock;
}

/** Hands mail over, and learns from how that goes. */
export class Post {
  readonly #options: PostOptions;

  constructor(options: PostOptions) {
    this.#options = options;
  }

  /** @throws JobFault when nobody took the mail. */
  async send(mail: Mail): Promise<void> {
    const { outlet, health, clock } = this.#options;
    if (!mail.to.every(isSendable)) throw new JobFault("this is no address for mail", { isFinal: true });
    try {
      await outlet.send(await writeMail(mail, clock.now()));
    } catch (error) {
      if (error instanceof MailFault && !error.isRefusal) await health.failed(error);
      throw error;
    }
    await health.wentOut();
  }

  /** The same for a visitor. An address that is refused for good gets no more mail, and agents see that. @throws JobFault */
  async sendToVisitor({ conversation: { id }, address }: Letterhead, mail: Mail): Promise<void> {
    try {
      await this.send(mail);
    } catch (error) {
      if (error instanceof JobFault && error.isFinal) {
        const needs = { conversationId: id };
        await this.#options.desk.decide(needs, (ledger, now) => noteBounced(ledger, id, address, now));
      }
      throw error;
    }
  }

  /** The same, noted before, so that whatever comes back is known. @throws JobFault */
  async sendNoted(head: Letterhead, mail: Mail, kind: string): Promise<void> {
    const { conversation, address } = head;
    const sent = { messageId: mail.messageId, kind, recipient: address, conversation: conversation.number };
    await this.#options.store.note(sent);
    await this.sendToVisitor(head, mail);
  }
}
