import type { Entry } from "@shopbell/protocol";
import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import type { Conversation } from "../conversations/conversation.ts";
import { type Html, html } from "../http/html.ts";
import type { Page } from "../http/page.ts";
import { alarm, type FormFaults, faultBelow, marked } from "./form-fault.ts";
import type { Turned } from "./request-store.ts";
import { type ThreadFrame, thread } from "./thread.ts";
import { ticket, titleOf } from "./ticket.ts";
import type { Tongue } from "./tongue.ts";

/** Another request of the same person. */
interface Other {
  readonly conversation: Conversation;
  readonly opening: string;
  readonly path: string;
}

/** What stands in the fields: nothing yet, or what was typed and not taken. */
export interface ReplyForm {
  /** Of the message that sending makes, so that sending twice makes one. */
  readonly id: string;
  readonly text: string;
  readonly email: string;
  readonly faults: FormFaults<"text" | "email" | "transcript">;
}

/** Everything that the page of a request shows. */
export interface RequestPage {
  readonly conversation: Conversation;
  readonly turned: Turned;
  readonly opening: string;
  readonly entries: readonly Entry[];
  /** There are older entries than these, and newer ones. */
  readonly older: boolean;
  readonly newer: boolean;
  readonly others: readonly Other[];
  readonly path: string;
  /** Carries the chosen language over: empty, or `?lang=pt`. */
  readonly query: string;
  readonly color: string;
  /** Mail goes out. */
  readonly mails: boolean;
  readonly form: ReplyForm;
  /** Whether the conversation can be had by mail, and was asked for just now. */
  readonly transcript: "offered" | "asked" | null;
  readonly now: number;
  readonly tongue: Tongue;
  readonly fileLink: ThreadFrame["fileLink"];
}

/** The page of a request: its ticket, its thread, a box to add something, and the person's other requests. */
export function requestPage(page: RequestPage): Page {
  const { conversation, color, tongue } = page;
  const { t, locale, zone } = tongue;
  const { name } = conversation.site;
  return {
    locale,
    title: `#${conversation.number} · ${name}`,
    shop: { name, color },
    body: html`<div class="request">${ticket(page)}${talk(page)}${others(page)}</div>`,
    foot: html`<p>${t("privatePage")}</p><p>${t("timesIn", { zone })}</p>`,
  };
}

function talk(page: RequestPage): Html {
  const { conversation, entries, older, newer, path, query, tongue, fileLink } = page;
  const { t } = tongue;
  const first = entries[0]?.seq;
  const before = `${path}${query === "" ? "?" : `${query}&`}before=${first}`;
  return html`<div class="talk"><h1>${t("conversation")}</h1>
${older && html`<p><a href="${before}">${t("earlier")}</a></p>`}
${thread(entries, { tongue, shop: conversation.site.name, fileLink })}
${newer && html`<p><a href="${path}${query}">${t("newest")}</a></p>`}
${box(page)}
</div>`;
}

/** All that can be sent is one form: whatever is pressed, nothing is lost of what is being written. */
function box(page: RequestPage): Html {
  const { conversation, path, query, mails, form, transcript } = page;
  const isClosed = conversation.state === "closed";
  return html`<form method="post" novalidate action="${path}${query}#last">
${alarm(form.faults.form)}
<input type="hidden" name="id" value="${form.id}"><input type="hidden" name="seen" value="${conversation.lastSeq}">
${!isClosed && conversation.email === null && mails && askAddress(page)}
${askText(page)}
${transcript !== null && offerTranscript(page)}
${!isClosed && offerClosing(page)}
</form>`;
}

/** First in the form: the enter key in its field is its own button. */
function askAddress({ path, query, form, tongue: { t } }: RequestPage): Html {
  const { email } = form.faults;
  return html`<div class="ask field">
<h2>${t("whereTo")}</h2><p>${t("whereToWhy")}</p>
<label for="email">${t("email")}</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="254" value="${form.email}" ${marked("email", email)}>
${faultBelow("email", email)}
<p class="meta">${t("onlyForThis")}</p>
<button formaction="${path}/address${query}">${t("sendMe")}</button>
</div>`;
}

function askText({ conversation, form, tongue: { t } }: RequestPage): Html {
  const { text } = form.faults;
  const isClosed = conversation.state === "closed";
  const hint = isClosed ? t("opensAgain") : conversation.waitingSince !== null && t("keepsPlace");
  return html`<div class="field"><label for="text">${isClosed ? t("writeAgain") : t("addSomething")}</label>
${faultBelow("text", text)}
<textarea id="text" name="text" rows="4" maxlength="${MAX_TEXT_LENGTH}" ${marked("text", text)}>
${form.text}</textarea>
${hint && html`<p class="meta">${hint}</p>`}</div>
<button>${t("send")}</button>`;
}

function offerTranscript({ conversation, path, query, transcript, form, tongue: { t } }: RequestPage): Html {
  if (transcript === "asked") {
    return html`<p id="transcript" role="status">${t("transcriptAsked", { address: conversation.email ?? "" })}</p>`;
  }
  return html`${alarm(form.faults.transcript)}
<button id="transcript" class="quiet" formaction="${path}/transcript${query}">${t("transcript")}</button>`;
}

function offerClosing({ path, query, tongue: { t } }: RequestPage): Html {
  return html`<button class="quiet" formaction="${path}/close${query}">${t("close")}</button>`;
}

function others({ others, query, tongue }: RequestPage): Html | false {
  if (others.length === 0) return false;
  const rows = others.map(
    ({ conversation, opening, path }) => html`<li>
<a href="${path}${query}"><span class="figures">#${conversation.number}</span> <bdi>${titleOf(opening)}</bdi></a>
<span class="meta">${stateWord(conversation, tongue)}</span></li>`,
  );
  return html`<nav class="others" aria-labelledby="others"><h2 id="others">${tongue.t("others")}</h2><ul>${rows}</ul></nav>`;
}

function stateWord({ state, waitingSince }: Conversation, { t }: Tongue): string {
  if (state === "closed") return t("closed");
  return waitingSince === null ? t("answered") : t("withUs");
}
