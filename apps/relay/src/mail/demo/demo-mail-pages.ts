import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import { type Html, html } from "../../http/html.ts";
import type { Page } from "../../http/page.ts";
import { faultBelow, marked } from "../../requests/form-fault.ts";
import type { Received } from "../in/receive-mail.ts";
import type { KeptMail } from "./mailbox.ts";

/** What became of an answer, in words for a developer. */
const OUTCOMES: Readonly<Record<Received["kind"], string>> = {
  joined: "Your answer has arrived in the conversation.",
  began: "Your answer has begun a new request: its address is not the one of the conversation.",
  bounced: "Your answer was taken for mail that came back.",
  tested: "Your answer was taken for a test message.",
  ignored: "Your answer was left aside, as automatic mail is.",
  unreadable: "Your answer could not be read as a mail.",
  "not-stored": "Your answer could not be stored. Look at the relay's log, and send it again.",
};

const TIME = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });

/** What stands in the box for an answer: nothing yet, or what was typed and not taken. */
interface Answer {
  readonly text: string;
  readonly fault: string | undefined;
}

const NO_ANSWER: Answer = { text: "", fault: undefined };

/** All mails, latest first. For developers: in English only, like the log. */
export function listPage(mails: readonly KeptMail[]): Page {
  const rows = mails.map(
    ({ id, at, to, from, subject }) => html`<li><a href="/demo/mailbox/${id}">${subject}</a>
<p class="meta">${from.name} to <bdi>${to.join(", ")}</bdi>, ${TIME.format(at)}</p></li>\n`,
  );
  return demoPage(
    "Mailbox",
    html`<h1>Mailbox</h1>
<p class="meta">What a mail server would have sent. Nothing leaves this machine, and a restart empties it.</p>
${mails.length === 0 ? html`<p>No mail yet. Leave an e-mail address in the chat of the <a href="/">demo shop</a>, and the acknowledgement appears here.</p>` : html`<ul class="facts">${rows}</ul>`}`,
  );
}

/**
 * One mail, as its reader sees it, as text and as it is sent.
 *
 * @param outcome of the answer that was just sent; any other word says nothing
 */
export function mailPage(mail: KeptMail, outcome?: string, answer: Answer = NO_ANSWER): Page {
  const { id, at, to, from, replyTo, subject, text, raw } = mail;
  const words = Object.entries(OUTCOMES).find(([kind]) => kind === outcome)?.[1];
  return demoPage(
    subject,
    html`<p><a href="/demo/mailbox">All mails</a></p>
<h1>${subject}</h1>
<dl class="facts">
<div><dt>From</dt><dd>${from.name} &lt;${from.address}&gt;</dd></div>
<div><dt>To</dt><dd>${to.join(", ")}</dd></div>
${replyTo !== null && html`<div><dt>Answers go to</dt><dd>${replyTo}</dd></div>`}
<div><dt>Sent</dt><dd>${TIME.format(at)}</dd></div>
</dl>
${words && html`<p role="status"><b>${words}</b></p>`}
<iframe src="/demo/mailbox/${id}/html" title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" width="100%" height="560" frameborder="0"></iframe>
${answerForm(mail, answer)}
<details><summary>As text</summary><pre class="typed">${text}</pre></details>
<details><summary>As it is sent</summary><pre class="typed">${raw.toString("utf8")}</pre></details>`,
  );
}

function answerForm({ id, to }: KeptMail, { text, fault }: Answer): Html {
  return html`<form method="post" action="/demo/mailbox/${id}/reply">
<div class="field"><label for="text">Answer as ${to[0]}</label>
<textarea id="text" name="text" rows="4" maxlength="${MAX_TEXT_LENGTH}" required ${marked("text", fault)}>
${text}</textarea>
${faultBelow("text", fault)}</div>
<button>Send the answer</button></form>`;
}

function demoPage(title: string, inner: Page["body"]): Page {
  return { locale: "en", title, shop: null, body: html`<div class="narrow">${inner}</div>` };
}
