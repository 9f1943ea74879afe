import type { Clock } from "../../clock.ts";
import { oneAtATime } from "../../one-at-a-time.ts";
import { newId } from "../../tokens.ts";
import { ImapMailbox, mailboxMark } from "./imap-mailbox.ts";
import type { ImapStore } from "./imap-store.ts";
import type { MailDesk, Received } from "./receive-mail.ts";

export interface ImapReaderOptions {
  readonly url: string;
  readonly store: ImapStore;
  readonly mails: Pick<MailDesk, "receive">;
  readonly clock: Clock;
  readonly random: () => number;
  readonly fault: (error: unknown) => void;
}

/** A relay that dies is replaced within this time. */
const LEASE_MS = 45_000;
const RENEW_MS = 15_000;
/** How often the mailbox is looked through although it says nothing, and after something could not be stored. */
const LOOK_MS = 60_000;
const LOOK_AGAIN_MS = 10_000;
const MAX_BACKOFF_MS = 60_000;
const CLOSING_MS = 3_000;
/** Of a mailbox that is read for the first time, or numbers its mails anew: what nobody has read, and came since. */
const FIRST_MS = 7 * 24 * 3_600_000;

/** What came to something, and is marked as read. Everything else stays unread in the mailbox, for people. */
const TAKEN: ReadonlySet<Received["kind"]> = new Set(["joined", "began", "bounced", "tested"]);

/**
 * Reads the mailbox that replies come to: at once, where the server tells (IDLE). Of several relays one reads.
 * A mail that could not be stored is fetched again, and holds up no other one.
 *
 * What comes after the cursor is taken, whether somebody has read it or not. A first reading takes only what is unread, so it
 * sets the cursor once it is through: one that is broken off begins again, and what it took already changes nothing.
 */
export class ImapReader {
  readonly #options: ImapReaderOptions;
  readonly #id = newId();
  readonly #mark: string;
  #mailbox: ImapMailbox | undefined;
  #closed = false;
  /** By the steady clock: a process that was stopped for a while does not read before it has asked again. */
  #leasedUntil = 0;
  #renewAt = 0;
  #lookAt = 0;
  #attempts = 0;
  #error: string | null = null;
  /** Dealt with, although it may not be noted yet: one before it was not, or it is the first reading. */
  readonly #done = new Set<number>();

  /** Called with every pulse. */
  readonly pulse = oneAtATime(() => this.#pulse());
  readonly #work = oneAtATime(() => this.#lookThrough());

  constructor(options: ImapReaderOptions) {
    this.#options = options;
    this.#mark = mailboxMark(options.url);
  }

  /** What went wrong last, in the server's words; null while all is well, or another relay reads. */
  get error(): string | null {
    return this.#error;
  }

  /** Resolves once the look through the mailbox that is under way has ended. */
  looked(): Promise<void> {
    return this.#work();
  }

  /** Lets another relay go on. The mail that is under way is finished, if that does not take long. */
  async close(): Promise<void> {
    this.#closed = true;
    const timer = setTimeout(() => this.#mailbox?.close(), CLOSING_MS);
    await Promise.allSettled([this.pulse(), this.#work()]);
    clearTimeout(timer);
    this.#mailbox?.close();
    await this.#options.store.release(this.#id).catch(this.#options.fault);
  }

  get #reads(): boolean {
    return !this.#closed && this.#options.clock.steady() < this.#leasedUntil;
  }

  async #pulse(): Promise<void> {
    const now = this.#options.clock.steady();
    if (this.#closed) return;
    if (now >= this.#renewAt) {
      this.#renewAt = now + RENEW_MS;
      const leased = await this.#options.store.lease(this.#id, LEASE_MS);
      this.#leasedUntil = leased ? now + LEASE_MS : 0;
    }
    if (!this.#reads) {
      this.#error = null;
      this.#mailbox?.close();
    } else if (now >= this.#lookAt) void this.#work();
  }

  /** Never throws: what goes wrong is told, and tried again later. */
  async #lookThrough(): Promise<void> {
    const { clock } = this.#options;
    try {
      while (this.#reads && clock.steady() >= this.#lookAt) {
        this.#mailbox ??= await this.#open();
        this.#lookAt = clock.steady() + LOOK_MS;
        const whole = await this.#takeAll(this.#mailbox);
        if (!whole) this.#lookAt = clock.steady() + LOOK_AGAIN_MS;
        this.#attempts = 0;
        this.#error = null;
      }
    } catch (error) {
      const mailbox = this.#mailbox;
      if (mailbox === undefined && clock.steady() < this.#lookAt) return; // its end has told it already
      this.#mailbox = undefined;
      mailbox?.close();
      this.#backOff(error instanceof Error ? error.message : null);
    }
  }

  async #open(): Promise<ImapMailbox> {
    this.#done.clear(); // the mailbox may number its mails anew
    const mailbox = await ImapMailbox.open(this.#options.url, {
      news: () => {
        this.#lookAt = 0;
        void this.#work();
      },
      closed: (reason) => {
        if (this.#mailbox !== mailbox) return;
        this.#mailbox = undefined;
        this.#backOff(reason);
      },
    });
    return mailbox;
  }

  #backOff(reason: string | null): void {
    const { clock, random, fault } = this.#options;
    if (!this.#reads) return;
    const pause = Math.min(MAX_BACKOFF_MS, 1_000 * 2 ** this.#attempts);
    this.#lookAt = clock.steady() + pause * (0.5 + random() / 2);
    this.#attempts += 1;
    this.#error = reason ?? "The mail server closed the connection.";
    fault(new Error(`Mail cannot be read: ${this.#error}`));
  }

  /** Resolves to whether everything that is there was dealt with. */
  async #takeAll(mailbox: ImapMailbox): Promise<boolean> {
    const { store, clock } = this.#options;
    const upTo = await store.readUpTo(this.#mark, mailbox.validity);
    if (upTo !== undefined) return this.#takeEach(mailbox, await mailbox.after(upTo), { noting: true });
    const { last } = mailbox; // before the search: what comes meanwhile may not be in what it finds
    const unread = await mailbox.unread(clock.now() - FIRST_MS);
    const whole = await this.#takeEach(mailbox, unread, { noting: false });
    if (whole) await this.#noteRead(mailbox, Math.max(last, unread.at(-1) ?? 0));
    return whole;
  }

  async #takeEach(mailbox: ImapMailbox, uids: readonly number[], { noting }: { noting: boolean }): Promise<boolean> {
    let whole = true;
    for (const uid of uids) {
      if (!this.#reads) return false;
      const dealtWith = this.#done.has(uid) || (await this.#take(mailbox, uid));
      if (dealtWith) this.#done.add(uid);
      whole &&= dealtWith;
      if (whole && noting) await this.#noteRead(mailbox, uid);
    }
    if (whole) this.#done.clear();
    return whole;
  }

  async #noteRead({ validity }: ImapMailbox, uid: number): Promise<void> {
    await this.#options.store.noteRead({ mailbox: this.#mark, validity, uid });
  }

  /** Resolves to false where the mail must be fetched again. @throws when the connection breaks. */
  async #take(mailbox: ImapMailbox, uid: number): Promise<boolean> {
    const mail = await mailbox.fetch(uid);
    if (mail === undefined) return true;
    const received: Received = mail === "too-large" ? { kind: "unreadable", why: mail } : await this.#receive(mail);
    if (received.kind === "not-stored") return false;
    if (received.kind === "unreadable") this.#options.fault(new Error(`A mail stays unread: it is ${received.why}.`));
    if (TAKEN.has(received.kind)) await mailbox.flagSeen(uid);
    return true;
  }

  async #receive(mail: Uint8Array): Promise<Received> {
    try {
      return await this.#options.mails.receive(mail);
    } catch (error) {
      this.#options.fault(error);
      return { kind: "not-stored" };
    }
  }
}
