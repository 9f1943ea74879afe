import type { Conversation } from "../../conversations/conversation.ts";
import type { Site } from "../../sites/site.ts";
import type { Mail } from "../mail.ts";
import { mailTongue } from "../tongue.ts";
import { htmlPart } from "./html-part.ts";
import { messageIdOf } from "./message-id.ts";
import { textPart } from "./text-part.ts";

/** What an alert is written from. */
export interface Alarm {
  readonly conversation: Conversation;
  readonly site: Pick<Site, "name" | "look" | "hours">;
  readonly to: readonly string[];
  readonly ownAddress: string;
  readonly publicUrl: string;
  readonly now: number;
}

/** Does a visitor still wait for a first answer? */
export function stillRings({ state, waitingSince, firstReplyAt }: Conversation): boolean {
  return state === "open" && waitingSince !== null && firstReplyAt === null;
}

/** Calls agents: a visitor is waiting, and nobody is at the counter. Without what the visitor wrote. */
export function alert({ conversation, site, to, ownAddress, publicUrl, now }: Alarm): Mail {
  const { t, time, locale } = mailTongue([], site.hours?.timeZone, now);
  const shop = { name: site.name, color: site.look.color };
  const content = {
    ...{ locale, shop, ticket: null, said: [], earlier: null },
    paragraphs: [t("alert", { shop: site.name, time: time(conversation.createdAt) })],
    button: { label: t("alertOpen"), href: `${publicUrl}/console/`, note: null },
    foot: t("alertWhy"),
  };
  return {
    messageId: messageIdOf(conversation, "alert", 0, ownAddress),
    to,
    from: { name: site.name, address: ownAddress },
    replyTo: null,
    thread: null,
    subject: t("alertSubject", { shop: site.name, number: conversation.number }),
    text: textPart(content),
    html: htmlPart(content),
    automatic: "auto-generated",
  };
}
