import type { ConversationId, RequestCard } from "@shopbell/protocol/types";
import { Component } from "preact";
import * as phrases from "../../locales/en/wait.ts";
import { CHECK, icon } from "../icon.tsx";
import type { Stage } from "../screen.tsx";
import { Ask } from "./ask.tsx";
import { Calling } from "./calling.tsx";
import { ltr } from "./ltr.ts";
import { Ticket } from "./ticket.tsx";
import { relayNow } from "./when.ts";
import { type Card, cardFor, reaches } from "./which-card.ts";
import { recall } from "./written.ts";

interface State {
  /** The visitor is at the form: it stays, whoever comes, until it is sent, or emptied and left. */
  readonly asking: boolean;
}

/** The card at the end of a conversation that is answered later. */
export class Later extends Component<Stage, State> {
  constructor(stage: Stage) {
    super(stage);
    this.state = { asking: !!stage.state.requesting[stage.view as ConversationId] || recall(stage) !== null };
  }

  override render(stage: Stage, { asking }: State) {
    const { view, thread, state, site } = stage;
    if (!view || !thread) return null;
    const request = state.requests[view];
    const card = cardFor(thread.entries, request, site, relayNow(state));
    const isForm = card?.kind === "ask" || (asking && reaches(site));
    return [
      // A form is only named: what is written in it, and what is wrong with it, is told by its fields.
      <div key="told" aria-live="polite">
        {isForm ? <span class="unseen">{stage.words.t(phrases.where)}</span> : this.#told(stage, card, request)}
      </div>,
      isForm && (
        <Ask
          key="form"
          stage={stage}
          request={request}
          bounced={card?.kind === "ask" ? card.bounced : null}
          isNeeded={card !== null}
          turn={this.#turn}
        />
      ),
    ];
  }

  #told(stage: Stage, card: Card | null, request: RequestCard | undefined) {
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

  readonly #turn = (asking: boolean): void => this.setState({ asking });

  readonly #change = (): void => this.#turn(true);

  /** Somebody has answered: the ticket is one quiet line, and there for whoever wants it. */
  #line(stage: Stage, request: RequestCard) {
    const { t } = stage.words;
    const { email, phone } = request;
    const number = `#${request.number}`;
    return (
      <details class="kept">
        <summary class="meta">
          {email && t(phrases.lineEmail, { number, address: email })}
          {!email && t(phone ? phrases.linePhone : phrases.lineHere, { number, phone: ltr(phone ?? "") })}
        </summary>
        <Ticket stage={stage} request={request} change={this.#change} />
      </details>
    );
  }
}

/** Nothing can be sent anywhere, and nothing is promised that is not so. */
function kept({ words: { t }, state, view }: Stage) {
  const number = state.conversations.find(({ id }) => id === view)?.number;
  return (
    <div class="card calling">
      {icon(CHECK)}
      <div>
        <b>{t(phrases.safe)}</b>
        {number && (
          <p>
            {t(phrases.number)}: <b>#{number}</b>
          </p>
        )}
        <p>{t(phrases.here)}</p>
      </div>
    </div>
  );
}
