import type { RequestCard } from "@shopbell/protocol/types";
import { Component } from "preact";
import * as phrases from "../../locales/en/wait.ts";
import { icon } from "../icon.tsx";
import type { Scene } from "../scene.ts";
import type { Stage } from "../screen.tsx";
import { byWhen, when } from "./when.ts";
import { lastCall } from "./which-card.ts";

const COPY = "M7 7h9.25v9.25H7zM13 7V3.75H3.75V13H7";
/** So much of a link is shown; the rest is only good for copying. */
const SHOWN_LINK = 15;

interface Props {
  readonly stage: Stage;
  readonly request: RequestCard;
  change(changing: boolean): void;
}

/** A request's number, as it is said: the link carries it where the conversation began after the welcome. */
export function numberOf({ state, view }: Scene, request: RequestCard | undefined): string {
  const known =
    state.conversations.find(({ id }) => id === view)?.number ?? /^\/r\/(\d+)-/.exec(request?.link ?? "")?.[1];
  return known ? `#${known}` : "";
}

/** The ticket: a number from the counter, by when and where it is answered, and the way back to it. */
export class Ticket extends Component<Props, { copied?: boolean; noCode?: boolean }> {
  override render({ stage, request, change }: Props, { copied, noCode }: { copied?: boolean; noCode?: boolean }) {
    const { words, relay } = stage;
    const { t } = words;
    const address = relay + request.link;
    return (
      <div class="ticket">
        <div>
          <div class="meta">{t(phrases.number)}</div>
          <div class="no">{numberOf(stage, request)}</div>
          {request.answersBy !== null && <b>{t(phrases.answeredBy, { when: byWhen(words, request.answersBy) })}</b>}
          <p>
            {whereto(stage, request)}{" "}
            <button type="button" class="inline" onClick={() => change(true)}>
              {t(phrases.change)}
            </button>
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

function whereto({ words, thread }: Scene, { email, phone }: RequestCard): string {
  const { t } = words;
  const callAt = lastCall(thread?.entries ?? [])?.callAt;
  const called =
    phone && (callAt ? t(phrases.toPhoneAt, { phone, when: when(words, callAt) }) : t(phrases.toPhone, { phone }));
  return [email && t(phrases.toEmail, { address: email }), called].filter(Boolean).join(" ");
}
