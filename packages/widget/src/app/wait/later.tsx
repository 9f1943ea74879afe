import type { RequestCard } from "@shopbell/protocol/types";
import { Component } from "preact";
import * as phrases from "../../locales/en/wait.ts";
import { icon } from "../icon.tsx";
import type { Stage } from "../screen.tsx";
import { Ask } from "./ask.tsx";
import { Calling } from "./calling.tsx";
import { numberOf, Ticket } from "./ticket.tsx";
import { cardFor } from "./which-card.ts";

const CHECK = "M4 10.5l4 4 8-9";

/** The card at the end of a conversation that is answered later. */
export class Later extends Component<Stage, { changing?: boolean }> {
  readonly #change = (changing: boolean) => this.setState({ changing });

  override render(stage: Stage, { changing }: { changing?: boolean }) {
    const { view, thread, state, site } = stage;
    if (!view) return null;
    const request = state.requests[view];
    const card = cardFor(thread?.entries ?? [], request, site, Date.now());
    const asks = changing || (card?.kind === "ticket" && state.requesting[view]);
    if (card && (asks || card.kind === "ask"))
      return (
        <Ask stage={stage} request={request} bounced={"bounced" in card ? card.bounced : null} done={this.#change} />
      );
    switch (card?.kind) {
      case "calling":
        return <Calling stage={stage} asksAt={card.asksAt} />;
      case "ticket":
        return request && <Ticket stage={stage} request={request} change={this.#change} />;
      case "kept":
        return kept(stage);
      case "line":
        return request && this.#line(stage, request);
      default:
        return null;
    }
  }

  /** Somebody has answered: the ticket is one quiet line, and there for whoever wants it. */
  #line(stage: Stage, request: RequestCard) {
    const { t } = stage.words;
    const number = numberOf(stage, request);
    const { email, phone } = request;
    return (
      <details class="kept">
        <summary class="meta">
          {email
            ? t(phrases.lineEmail, { number, address: email })
            : t(phrases.linePhone, { number, phone: phone ?? "" })}
        </summary>
        <Ticket stage={stage} request={request} change={this.#change} />
      </details>
    );
  }
}

/** Nothing can be sent anywhere, and nothing is promised that is not so. */
function kept(stage: Stage) {
  const { t } = stage.words;
  const number = numberOf(stage, undefined);
  return (
    <div class="card calling">
      {icon(CHECK)}
      <div>
        <b>{t(phrases.safe)}</b>
        {number && (
          <p>
            {t(phrases.number)}: {number}
          </p>
        )}
        <p>{t(phrases.here)}</p>
      </div>
    </div>
  );
}
