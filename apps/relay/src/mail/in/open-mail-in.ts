import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { FileStore } from "../../files/file-store.ts";
import type { Desk } from "../../realtime/desk.ts";
import type { Links } from "../../requests/links.ts";
import type { SiteDirectory } from "../../sites/directory.ts";
import type { Database } from "../../storage/schema.ts";
import { ImapReader } from "./imap-reader.ts";
import { ImapStore } from "./imap-store.ts";
import { LetterStore } from "./letter-store.ts";
import { readingInTurn } from "./mail-thread.ts";
import { MailDesk } from "./receive-mail.ts";

export interface MailInOptions {
  readonly config: Pick<Config, "imapUrl" | "inboundEmailSecret" | "mailAuthservId">;
  readonly db: Database;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly links: Links;
  readonly sites: SiteDirectory;
  readonly files: FileStore;
  /** The address that mail goes out from, and that replies come to with a tag; null where there is none. */
  readonly ownAddress: string | null;
  /** Is this the tag of a test message of ours? Notes that it arrived. */
  readonly testArrived: (tag: string) => Promise<boolean>;
  readonly fault: (error: unknown) => void;
}

/** All ways by which mail comes in. */
export interface MailIn {
  readonly mails: MailDesk;
  /** Null where no mailbox is read. */
  readonly reader: ImapReader | null;
  /** Which way is set up. */
  readonly via: "imap" | "webhook" | null;
}

export function openMailIn({ config, sites, ownAddress, testArrived, fault, ...parts }: MailInOptions): MailIn {
  const { imapUrl: url, inboundEmailSecret, mailAuthservId: serverName } = config;
  const { db, clock, desk, links, files } = parts;
  const mails = new MailDesk({
    ...{ desk, links, files, ownAddress, serverName, testArrived },
    letters: new LetterStore(db, clock),
    read: readingInTurn(),
    firstSite: () => sites.keys[Symbol.iterator]().next().value,
  });
  const store = new ImapStore(db, clock);
  const reader = url === null ? null : new ImapReader({ url, store, mails, clock, random: Math.random, fault });
  return { mails, reader, via: url !== null ? "imap" : inboundEmailSecret !== null ? "webhook" : null };
}
