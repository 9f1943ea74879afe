import { createHash } from "node:crypto";
import { ImapFlow, type ImapFlowOptions } from "imapflow";
import { MAX_MAIL_BYTES } from "./letter.ts";

/** Told by a mailbox: mail may have come, or the connection is gone. */
export interface MailboxEvents {
  news(): void;
  closed(reason: string | null): void;
}

/** IDLE is begun anew this often, so that a connection that has died in silence is found out soon after. */
const IDLE_MS = 60_000;
const SILENCE_MS = 90_000;
const CONNECTING_MS = 20_000;
const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** A connection to the mailbox that mail comes in to. */
export class ImapMailbox {
  readonly #imap: ImapFlow;

  private constructor(imap: ImapFlow) {
    this.#imap = imap;
  }

  /** @throws with a message in the server's words when it cannot be opened. */
  static async open(url: string, events: MailboxEvents): Promise<ImapMailbox> {
    const imap = new ImapFlow(optionsFor(new URL(url)));
    let reason: string | null = null;
    imap.on("error", (error) => {
      reason = reasonOf(error);
    });
    try {
      await imap.connect();
      await imap.mailboxOpen(mailboxIn(new URL(url)));
    } catch (error) {
      imap.close();
      throw new Error(reasonOf(error), { cause: error });
    }
    imap.on("exists", () => events.news());
    imap.on("close", () => events.closed(reason));
    return new ImapMailbox(imap);
  }

  /** Changes when the server numbers its mails anew. */
  get validity(): string {
    return this.#imap.mailbox ? String(this.#imap.mailbox.uidValidity) : "";
  }

  /** The number of the last mail that came, as far as the server has told; 0 before the first. */
  get last(): number {
    return this.#imap.mailbox ? Math.max(0, this.#imap.mailbox.uidNext - 1) : 0;
  }

  /** Mails that came after one, oldest first. */
  async after(uid: number): Promise<number[]> {
    const found = await this.#imap.search({ uid: `${uid + 1}:*` }, { uid: true });
    return ascending(found || []).filter((each) => each > uid); // `*` is the last one, new or not
  }

  /** Mails since an instant that nobody has read, here or in a mail program. */
  async unread(since: number): Promise<number[]> {
    return ascending((await this.#imap.search({ seen: false, since: new Date(since) }, { uid: true })) || []);
  }

  /** A mail as it came; undefined where it was deleted meanwhile. */
  async fetch(uid: number): Promise<Uint8Array | "too-large" | undefined> {
    const found = await this.#imap.fetchOne(String(uid), { size: true }, { uid: true });
    if (!found) return undefined;
    if ((found.size ?? 0) > MAX_MAIL_BYTES) return "too-large";
    const mail = await this.#imap.fetchOne(String(uid), { source: true }, { uid: true });
    return mail ? mail.source : undefined;
  }

  /** Marks a mail as read, for whoever looks into the mailbox. */
  async flagSeen(uid: number): Promise<void> {
    await this.#imap.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
  }

  close(): void {
    this.#imap.close();
  }
}

/** Tells mailboxes apart without saying which they are. */
export function mailboxMark(url: string): string {
  const { username, host, pathname } = new URL(url);
  return createHash("sha256").update(`${username}@${host}${pathname}`).digest("hex").slice(0, 16);
}

function optionsFor({ protocol, hostname, port, username, password }: URL): ImapFlowOptions {
  const secure = protocol === "imaps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    // A password never goes through a network in the clear, whatever somebody in between says the server can do.
    ...(!secure && { doSTARTTLS: !LOOPBACK.has(hostname) }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    autoIdleDelay: 500,
    maxIdleTime: IDLE_MS,
    socketTimeout: SILENCE_MS,
    connectionTimeout: CONNECTING_MS,
    maxLiteralSize: 2 * MAX_MAIL_BYTES,
    maxResponseSize: 3 * MAX_MAIL_BYTES,
  };
}

function mailboxIn({ pathname }: URL): string {
  return decodeURIComponent(pathname.slice(1)) || "INBOX";
}

function ascending(uids: readonly number[]): number[] {
  return uids.toSorted((a, b) => a - b);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "The mail server broke off.";
  const said = "responseText" in error ? error.responseText : undefined;
  return typeof said === "string" && said !== "" ? said : error.message;
}
