import type { RequestCard } from "@shopbell/protocol/types";
import { Component } from "preact";
import * as phrases from "../../locales/en/wait.ts";
import { COPY, icon } from "../icon.tsx";
import type { Stage } from "../screen.tsx";
import type { Words } from "../words.ts";
import { EachMinute } from "./each-minute.tsx";
import { ltr } from "./ltr.ts";
import { byWhen, relayNow, when } from "./when.ts";
import { reaches } from "./which-card.ts";

/** So much of a link is shown; the rest is only good for copying. */
const SHOWN_LINK = 15;

interface Props {
  readonly stage: Stage;
  readonly request: RequestCard;
  /** The visitor wants the answer elsewhere. */
  change(): void;
}

/** The ticket: a number from the counter, by when and where it is answered, and the way back to it. */
export class Ticket extends Component<Props, { copied?: boolean; noCode?: boolean }> {
  override render({ stage, request, change }: Props, { copied, noCode }: { copied?: boolean; noCode?: boolean }) {
    const { words, relay, site } = stage;
    const { t } = words;
    const address = relay + request.link;
    return (
      <div class="ticket">
        <div>
          <div class="meta">{t(phrases.number)}</div>
          <div class="no">#{request.number}</div>
          {request.answersBy !== null && (
            <EachMinute draw={stage.panel.draw}>
              <b>{promise(stage, request.answersBy)}</b>
            </EachMinute>
          )}
          <p>
            {whereto(words, request)}{" "}
            {reaches(site) && (
              <button type="button" class="inline" onClick={change}>
                {t(phrases.change)}
              </button>
            )}
          </p>
          <hr />
          <div class="private">
            <div class="grow">
              <b>{t(phrases.link)}</b>
              <a class="url" dir="ltr" href={address} target="_blank" rel="noopener noreferrer">
                {new URL(address).host}
                <wbr />
                {request.link.slice(0, SHOWN_LINK)}…
              </a>
              {navigator.clipboard && (
                <button type="button" class="btn" onClick={() => this.#copy(address)}>
                  {icon(COPY, "s")} {t(copied ? phrases.copied : phrases.copy)}
                </button>
              )}
            </div>
            {!noCode && (
              // The shop's page may not allow pictures of ours: the link is there all the same.
              <img src={`${address}/qr.svg`} alt={t(phrases.code)} onError={() => this.setState({ noCode: true })} />
            )}
          </div>
        </div>
      </div>
    );
  }

  #copy(address: string): void {
    navigator.clipboard.writeText(address).then(
      () => this.setState({ copied: true }),
      () => undefined, // refused by the page's policy: the link can still be opened
    );
  }
}

/** By when a person answers. Where that is past, it is not promised again. */
function promise({ words, state }: Stage, answersBy: number): string {
  const phrase = answersBy < relayNow(state) ? phrases.late : phrases.answeredBy;
  return words.t(phrase, { when: byWhen(words, answersBy) });
}

function whereto(words: Words, { email, phone, callAt }: RequestCard): string {
  const { t } = words;
  const slots = { phone: ltr(phone ?? ""), when: callAt ? when(words, callAt) : "" };
  const called = phone && t(callAt ? phrases.toPhoneAt : phrases.toPhone, slots);
  return [email && t(phrases.toEmail, { address: email }), called].filter(Boolean).join(" ") || t(phrases.here);
}
