import type { Conversation } from "../../conversations/conversation.ts";
import type { Site } from "../../sites/site.ts";
import type { Mail } from "../mail.ts";
import { mailTongue } from "../tongue.ts";
import { htmlPart } from "./html-part.ts";
import { messageIdOf } from "./message-id.ts";
import { textPart } from "./text-part.ts";

/** At most one alert of a shop reaches an agent within this time. */
const PAUSE_MS = 10 * 60_000;

/** What an agent was alerted about. */
export interface Told {
  /** The number of the newest conversation. */
  readonly upTo: number;
  /** As of when the last alert told. */
  readonly at: number;
}

/** Does a visitor still wait for an answer? */
export function stillWaits({ state, waitingSince }: Conversation): boolean {
  return state === "open" && waitingSince !== null;
}

/** From when on an agent may be told of visitors who rang after the last alert. */
export function alertFrom(told: Told | undefined): number {
  return told === undefined ? 0 : told.at + PAUSE_MS;
}

/** The conversations that an alert is about. */
export interface WhoRang {
  readonly oldest: Conversation;
  readonly newest: Conversation;
  readonly count: number;
}

/** What an alert is written from. */
export interface Alarm extends WhoRang {
  readonly site: Pick<Site, "name" | "look" | "hours">;
  readonly to: string;
  readonly ownAddress: string;
  readonly publicUrl: string;
  readonly now: number;
}

/** Calls an agent: visitors are waiting, and nobody is at the counter. Without what the visitors wrote. */
export function alert({ oldest, newest, count, site, to, ownAddress, publicUrl, now }: Alarm): Mail {
  const { t, time, locale } = mailTongue([], site.hours?.timeZone, now);
  const shop = { name: site.name, color: site.look.color };
  const content = {
    ...{ locale, shop, ticket: null, said: [], earlier: null },
    paragraphs: [t("alert", { count, shop: site.name, time: time(oldest.createdAt) })],
    button: { label: t("alertOpen"), href: `${publicUrl}/console/`, note: null },
    foot: t("alertWhy"),
  };
  return {
    // A visitor who was answered, and waits again, is told of again.
    messageId: messageIdOf(newest, "alert", 0, ownAddress, `${to} ${newest.waitingSince}`),
    to: [to],
    from: { name: site.name, address: ownAddress },
    replyTo: null,
    thread: null,
    subject: t("alertSubject", { count, shop: site.name, number: oldest.number }),
    text: textPart(content),
    html: htmlPart(content),
    automatic: "auto-generated",
  };
}
