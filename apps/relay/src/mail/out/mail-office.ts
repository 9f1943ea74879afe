import type { Message } from "@shopbell/protocol";
import * as z from "zod";
import type { Clock } from "../../clock.ts";
import { noteMailed } from "../../conversations/request.ts";
import { JobFault, type LeasedJob } from "../../jobs/job.ts";
import type { JobStore } from "../../jobs/job-store.ts";
import type { Desk } from "../../realtime/desk.ts";
import type { SiteDirectory } from "../../sites/directory.ts";
import { DEMO_SITE } from "../../sites/site.ts";
import { acknowledgement } from "./acknowledgement.ts";
import type { AlertOffice } from "./alert-office.ts";
import type { ConfirmationOffice } from "./confirmation-office.ts";
import type { Letterhead, Sender } from "./letterhead.ts";
import type { MailStore, Matter } from "./mail-store.ts";
import type { Post } from "./post.ts";
import { reply, type Span, spanToMail } from "./reply.ts";
import { testMail } from "./test-mail.ts";
import { transcript } from "./transcript.ts";

/** Those that an owner decides about where they were given up. */
export const MAIL_KINDS = ["acknowledgement", "reply", "transcript", "alert", "test"] as const;
/** All. What has a public post confirmed is worth nothing once it was given up: its link is too old by then. */
export const ALL_MAIL_KINDS = [...MAIL_KINDS, "confirmation"] as const;

const About = z.object({ conversation: z.int() });
const ToAddress = About.extend({ address: z.string() });
const Fixed = z.object({ after: z.int(), upTo: z.int() });
const Asked = z.object({ upTo: z.int(), askedAt: z.int() });
const Test = z.object({ address: z.string(), href: z.string().nullable() });

export interface MailOfficeOptions extends Omit<Sender, "publicUrl"> {
  readonly publicUrl: () => string;
  readonly jobs: JobStore;
  readonly store: MailStore;
  readonly alertOffice: Pick<AlertOffice, "run">;
  readonly confirmationOffice: Pick<ConfirmationOffice, "run">;
  readonly post: Post;
  readonly sites: Pick<SiteDirectory, "known" | "keys">;
  readonly desk: Pick<Desk, "decide">;
  readonly clock: Clock;
}

/** Writes what jobs ask for, has it sent, and notes in the conversation that it went out. */
export class MailOffice {
  readonly #options: MailOfficeOptions;

  constructor(options: MailOfficeOptions) {
    this.#options = options;
  }

  /** @throws JobFault when it did not go out. Whatever is no longer wanted is left out without a word. */
  async run(job: LeasedJob): Promise<void> {
    switch (job.kind) {
      case "acknowledgement":
        return this.#acknowledge(job, ToAddress.parse(job.payload));
      case "reply":
        return this.#reply(job, About.parse(job.payload).conversation);
      case "transcript":
        return this.#transcribe(job, ToAddress.parse(job.payload));
      case "alert":
        return this.#options.alertOffice.run(job);
      case "confirmation":
        return this.#options.confirmationOffice.run(job);
      case "test":
        return this.#test(job.id, Test.parse(job.payload));
      case "wake":
        throw new Error("this is no mail");
    }
  }

  async #acknowledge(job: LeasedJob, { conversation: number, address }: z.infer<typeof ToAddress>): Promise<void> {
    const { store, post } = this.#options;
    const head = await this.#headFor(number, address);
    if (head === undefined || head.conversation.state === "closed") return;
    const mail = acknowledgement(head);
    const sent = { messageId: mail.messageId, kind: "acknowledgement", recipient: address, conversation: number };
    if (await store.noteOncePerDay(sent, job.attempts > 1)) await post.sendToVisitor(head, mail);
  }

  async #reply(job: LeasedJob, number: number): Promise<void> {
    const { store, jobs, post } = this.#options;
    const matter = await store.matter(number);
    const address = matter?.conversation.email ?? null;
    if (matter === undefined || address === null) return;
    const { conversation } = matter;
    const messages = await store.messages(number, conversation.lastSeq);
    const span = spanToMail(conversation, messages, Fixed.safeParse(job.payload).data);
    if (span === undefined) return;
    await jobs.amend(job, { ...job.payload, ...span });
    const head = this.#head(matter, address);
    await post.sendNoted(head, reply(head, messages, span), "reply");
    await this.#noteMailed(head, span);
    await this.#askForTheRest(job, messages, span);
  }

  /** What was written while this mail waited for its server asked for no job of its own. */
  async #askForTheRest({ payload }: LeasedJob, messages: readonly Message[], { upTo }: Span): Promise<void> {
    if (!messages.some(({ author, seq }) => author.kind === "agent" && seq > upTo)) return;
    const { conversation } = About.parse(payload);
    const runAt = this.#options.clock.now();
    await this.#options.jobs.ask({ kind: "reply", key: String(conversation), payload: { conversation }, runAt });
  }

  async #transcribe(job: LeasedJob, { conversation: number, address }: z.infer<typeof ToAddress>): Promise<void> {
    const { store, jobs, post } = this.#options;
    const head = await this.#headFor(number, address);
    if (head === undefined) return;
    // What an earlier asking has left behind in the job is not what is asked for now.
    const begun = job.attempts > 1 ? Asked.safeParse(job.payload).data : undefined;
    const asked = begun ?? { upTo: head.conversation.lastSeq, askedAt: head.now };
    await jobs.amend(job, { ...job.payload, ...asked });
    await post.sendNoted(head, transcript(head, await store.messages(number, asked.upTo), asked), "transcript");
  }

  async #test(id: string, { address: to, href }: z.infer<typeof Test>): Promise<void> {
    const { ownAddress, sites, clock, store, post } = this.#options;
    const shop = this.#siteOf(sites.keys[Symbol.iterator]().next().value ?? DEMO_SITE.key);
    const mail = testMail({ id, to, ownAddress, shop, href, now: clock.now() });
    await store.note({ messageId: mail.messageId, kind: "test", recipient: to, conversation: null });
    await post.send(mail);
  }

  /** What a mail to this address is written with, while the visitor still reads answers there. */
  async #headFor(number: number, address: string): Promise<Letterhead | undefined> {
    const matter = await this.#options.store.matter(number);
    return matter?.conversation.email === address ? this.#head(matter, address) : undefined;
  }

  #head(matter: Matter, address: string): Letterhead {
    const { ownAddress, publicUrl, links, clock } = this.#options;
    const sender = { ownAddress, publicUrl: publicUrl(), links };
    return { ...matter, sender, site: this.#siteOf(matter.conversation.site.key), address, now: clock.now() };
  }

  #siteOf(key: string) {
    const site = this.#options.sites.known(key);
    if (site === undefined) throw new JobFault("the site is not known yet");
    return site;
  }

  async #noteMailed({ conversation: { id }, address }: Letterhead, { upTo }: Span): Promise<void> {
    const outcome = await this.#options.desk.decide({ conversationId: id }, (ledger, now) =>
      noteMailed(ledger, id, address, upTo, now),
    );
    if (outcome.kind === "refused" && outcome.reason === "storage-failed") throw new JobFault("it went out unnoted");
  }
}
