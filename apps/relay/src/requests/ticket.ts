import type { Conversation } from "../conversations/conversation.ts";
import { type Html, html, type Inset } from "../http/html.ts";
import type { Turned } from "./request-store.ts";
import type { Tongue } from "./tongue.ts";
import { readablePhone } from "./whereto.ts";

/** How much of a message is a title. */
const TITLE_LENGTH = 80;

/** The beginning of a text on one line. */
export function titleOf(opening: string): string {
  const line = opening.replace(/\s+/g, " ").trim();
  return line.length <= TITLE_LENGTH ? line : `${line.slice(0, TITLE_LENGTH).trimEnd().toWellFormed()}…`;
}

/** What a ticket shows. */
export interface TicketFacts {
  readonly conversation: Conversation;
  readonly turned: Turned;
  readonly opening: string;
  readonly path: string;
  /** Mail goes out. */
  readonly mails: boolean;
  readonly now: number;
  readonly tongue: Tongue;
}

/** The number from the counter, and what became of it so far. */
export function ticket({ conversation, turned, opening, path, mails, now, tongue }: TicketFacts): Html {
  const { number, state, assignee, email } = conversation;
  const { t } = tongue;
  return html`<section class="ticket" aria-label="${t("yourRequest")}"><div>
<p class="meta">${t("yourRequest")}</p>
<p class="number figures">#${number}</p>
<p class="opening typed">${titleOf(opening)}</p>
<hr class="cut">
<dl class="facts">
${fact(t("whoseTurn"), turn(conversation, turned, tongue))}
${fact(t("answeredBy"), promise(conversation, now, tongue))}
${assignee && fact(t("who"), html`<bdi>${assignee.name}</bdi>`)}
${state !== "closed" && fact(t("answerGoesTo"), mails && email !== null ? html`<bdi>${email}</bdi>` : t("answerStays"))}
${fact(t("weCall"), call(conversation, tongue))}
</dl>
<details><summary>${t("takeAlong")}</summary>
<img class="qr" src="${path}/qr.svg" alt="${t("qr")}" width="148" height="148" loading="lazy"></details>
</div></section>`;
}

function fact(name: string, value: Inset): Html | false {
  return value !== null && html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function turn({ state, waitingSince }: Conversation, { answeredAt, closedAt }: Turned, { t, time }: Tongue): Html {
  if (state === "closed") return html`<b>${t("done")}</b> ${closedAt && t("closedSince", { time: time(closedAt) })}`;
  if (waitingSince !== null) return html`<b>${t("ours")}</b> ${t("waitingSince", { time: time(waitingSince) })}`;
  return html`<b>${t("yours")}</b> ${answeredAt && t("answeredSince", { time: time(answeredAt) })}`;
}

/** By when a person answers: the first answer alone was promised. */
function promise({ state, promisedAt, firstReplyAt }: Conversation, now: number, { t, time, zone }: Tongue): Inset {
  if (state === "closed" || promisedAt === null || firstReplyAt !== null) return null;
  return promisedAt >= now ? html`<b>${time(promisedAt)}</b> (${zone})` : t("late", { time: time(promisedAt) });
}

function call({ phone, callAt }: Conversation, { t, time }: Tongue): Inset {
  if (phone === null) return null;
  const readable = readablePhone(phone);
  return html`<bdi>${callAt === null ? readable : t("callFrom", { phone: readable, time: time(callAt) })}</bdi>`;
}
