import { Component } from "preact";
import * as phrases from "../locales/en/extras.ts";
import { icon } from "./icon.tsx";
import type { Stage } from "./screen.tsx";

const LOCK = "M4.75 9h10.5v7.5H4.75zM7 9V6.5a3 3 0 0 1 6 0V9";

/** What can be done with a conversation beside writing in it. What cannot be undone is asked for once more, in its place. */
export class Menu extends Component<Stage, { asks?: boolean }> {
  override render({ words: { t }, panel }: Stage, { asks }: { asks?: boolean }) {
    return (
      <div class="menu">
        {asks && <p role="alert">{t(phrases.reallyForget)}</p>}
        {asks && (
          <button type="button" class="row end" onClick={() => panel.forget()}>
            {t(phrases.forgetNow)}
          </button>
        )}
        {/* One element for both, so that it has the focus still, and a second tap keeps. */}
        <button type="button" class="row" onClick={() => (asks ? panel.escape() : this.setState({ asks: true }))}>
          {asks ? t(phrases.keep) : this.#offer()}
        </button>
      </div>
    );
  }

  #offer() {
    const { t } = this.props.words;
    return [
      icon(LOCK),
      <span key="offer" class="grow">
        {t(phrases.forget)}
        <span class="meta">{t(phrases.forgetHint)}</span>
      </span>,
    ];
  }
}
