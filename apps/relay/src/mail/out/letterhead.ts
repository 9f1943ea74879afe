import type { Links } from "../../requests/links.ts";
import type { Site } from "../../sites/site.ts";
import { tagged } from "../address.ts";
import type { Mail } from "../mail.ts";
import { type MailTongue, mailTongue } from "../tongue.ts";
import type { Content } from "./content.ts";
import { htmlPart } from "./html-part.ts";
import type { Matter } from "./mail-store.ts";
import { messageIdOf, threadIdOf } from "./message-id.ts";
import { textPart } from "./text-part.ts";

/** Whose mail it is. */
export interface Sender {
  /** What mail goes out from. */
  readonly ownAddress: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly links: Pick<Links, "mailedPath" | "replyToken">;
}

/** What all mails to a visitor are written with. */
export interface Letterhead extends Matter {
  readonly sender: Sender;
  readonly site: Pick<Site, "name" | "look" | "hours">;
  readonly address: string;
  readonly now: number;
}

type VisitorMail = "acknowledgement" | "reply" | "transcript";

/** What is a mail's own. */
export interface Letter {
  readonly kind: VisitorMail;
  /** Up to which it tells of the conversation. */
  readonly seq: number;
  /** When it was asked for, where there may be several that tell of the same. */
  readonly askedAt?: number;
  readonly fromName: string;
  readonly subject: string;
  readonly automatic: Mail["automatic"];
  readonly content: Omit<Content, "locale" | "shop" | "button" | "foot"> & { readonly note: string | null };
}

export function tongueOf({ locale, site, now }: Letterhead): MailTongue {
  return mailTongue([locale], site.hours?.timeZone, now);
}

/** Puts a letter to a visitor under the letterhead: where it comes from, where answers go, which thread it belongs to. */
export function mailTo(head: Letterhead, tongue: MailTongue, letter: Letter): Mail {
  const { conversation, address, sender, site } = head;
  const { ownAddress, publicUrl, links } = sender;
  const { note, ...own } = letter.content;
  const href = publicUrl + links.mailedPath(conversation, address);
  const content: Content = {
    ...own,
    locale: tongue.locale,
    shop: { name: site.name, color: site.look.color },
    button: { label: tongue.t("open"), href, note },
    foot: tongue.t("why", { shop: site.name }),
  };
  return {
    messageId: messageIdOf(conversation, letter.kind, letter.seq, ownAddress, `${address}${letter.askedAt ?? ""}`),
    to: [address],
    from: { name: letter.fromName, address: ownAddress },
    replyTo: tagged(ownAddress, links.replyToken(conversation, address)),
    thread: threadIdOf(conversation, ownAddress),
    subject: letter.subject,
    text: textPart(content),
    html: htmlPart(content),
    automatic: letter.automatic,
  };
}

const MAX_SUBJECT_LENGTH = 200;

/** The subject that all mails of a request answer to. */
export function subjectOf({ subject, conversation, site }: Letterhead, { t }: MailTongue): string {
  const theirs = (subject ?? "").replace(/^(\s*(re|fwd?|aw|wg|sv|tr|rv|res)\s*:\s*)+/i, "").trim();
  return theirs === ""
    ? t("subject", { number: conversation.number, shop: site.name })
    : theirs.slice(0, MAX_SUBJECT_LENGTH);
}
