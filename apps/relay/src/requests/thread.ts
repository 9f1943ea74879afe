import type { Attachment, Author, ConversationEvent, Entry, Message } from "@shopbell/protocol";
import { type Html, html, type Inset } from "../http/html.ts";
import type { Tongue } from "./tongue.ts";
import { readablePhone } from "./whereto.ts";

/** Whose thread it is, and how its files are reached. */
export interface ThreadFrame {
  readonly tongue: Tongue;
  readonly shop: string;
  fileLink(href: string): string;
}

/** A thread as its visitor reads it: messages of both sides, and those events that mean something to them. */
export function thread(entries: readonly Entry[], frame: ThreadFrame): Html {
  const last = entries.at(-1)?.seq;
  const items = entries.map((entry) => (entry.kind === "message" ? message(entry, frame, last) : event(entry, frame)));
  return html`<ol class="thread">${items}</ol>`;
}

function message(
  { author, text, at, channel, attachments = [], card, seq }: Message,
  frame: ThreadFrame,
  last?: number,
) {
  const { tongue, shop } = frame;
  const { t } = tongue;
  const remarks = [author.kind === "rule" && t("automatic"), channel === "email" && t("byEmail"), tongue.time(at)];
  const said = remarks.filter((remark) => remark !== false).join(", ");
  return html`<li class="${author.kind === "rule" ? "auto" : "said"}"${seq === last && html` id="last"`}>
<p class="meta"><b><bdi>${nameOf(author, tongue, shop)}</bdi></b>, ${said}</p>
<p class="typed">${linked(text)}</p>
${card && !text.includes(card.link) && html`<p class="answer"><a href="${card.link}">${card.question}</a><br>${card.excerpt}</p>`}
${attachments.length > 0 && html`<ul class="files">${attachments.map((file) => html`<li>${fileRow(file, frame)}</li>`)}</ul>`}
</li>`;
}

function nameOf(author: Author, { t }: Tongue, shop: string): string {
  if (author.kind === "visitor") return t("you");
  return author.kind === "agent" ? author.agent.name : shop;
}

function fileRow({ name, href, size }: Attachment, { tongue, fileLink }: ThreadFrame): Inset {
  if (href === undefined) return tongue.t("refusedFile", { name });
  return html`<a href="${fileLink(href)}" rel="nofollow">${name}</a> <span class="meta">${sizeIn(size, tongue.locale)}</span>`;
}

function sizeIn(bytes: number, locale: string): string {
  const format = { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale, format).format(Math.max(1, bytes / 1_000));
}

function event(entry: ConversationEvent, { tongue, shop }: ThreadFrame): Inset {
  const words = happened(entry, tongue, shop);
  return words !== undefined && html`<li class="event meta">${words}, ${tongue.time(entry.at)}</li>`;
}

/** What happened, in words; undefined for what is the shop's own business. */
function happened(entry: ConversationEvent, tongue: Tongue, shop: string): string | undefined {
  const { t } = tongue;
  const { address = "" } = entry;
  switch (entry.event) {
    case "assigned":
      return t("joined", { name: nameOf(entry.by, tongue, shop) });
    case "released":
      return t("left", { name: nameOf(entry.by, tongue, shop) });
    case "closed":
      return t("wasClosed");
    case "reopened":
      return t("wasReopened");
    case "requested":
      return wished(entry, tongue);
    case "mailed":
      return t("wasMailed", { address });
    case "bounced":
      return t("cameBack", { address });
    case "snoozed":
    case "woken":
      return undefined;
  }
}

function wished({ address, phone }: ConversationEvent, { t }: Tongue): string {
  const ways = [address && t("wantsMail", { address }), phone && t("wantsCall", { phone: readablePhone(phone) })];
  return ways.filter((way) => typeof way === "string").join(" · ");
}

const LINK = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}])/;

/** A text with the web addresses in it as links. What follows an address in a sentence is not taken for its end. */
function linked(text: string): Inset {
  return text.split(LINK).map((piece, index) => (index % 2 === 0 ? piece : link(piece)));
}

function link(address: string): Inset {
  return URL.canParse(address) ? html`<a href="${address}" rel="noreferrer nofollow">${address}</a>` : address;
}
