import { Component } from "preact";
import * as phrases from "../../locales/en/wait.ts";
import type { Stage } from "../screen.tsx";
import { relayNow } from "./when.ts";
import { reaches } from "./which-card.ts";

/** A timer may ring a little early by the clock on the wall. */
const GRACE_MS = 500;

interface Props {
  readonly stage: Stage;
  readonly asksAt: number;
}

/** Open by its hours, and nobody there: the visitor is told that somebody is called, and what comes next. */
export class Calling extends Component<Props> {
  #timer: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount(): void {
    const { stage, asksAt } = this.props;
    this.#timer = setTimeout(stage.panel.draw, asksAt - relayNow(stage.state) + GRACE_MS);
  }

  /** The relay may have told what time it is. */
  override componentDidUpdate(): void {
    this.componentWillUnmount();
    this.componentDidMount();
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render({ stage: { words, site }, asksAt }: Props) {
    const { t, time } = words;
    return (
      <div class="card calling">
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3.5 13.25a6.5 6.5 0 0 1 13 0zM2.25 16.25h15.5M10 6.5V4M8.25 3.75h3.5" />
        </svg>
        <div>
          <b>{t(phrases.calling)}</b>
          <p>{t(phrases.callingNobody)}</p>
          <p class="meta">{reaches(site) ? t(phrases.callingUntil, { time: time(asksAt) }) : t(phrases.callingStay)}</p>
        </div>
      </div>
    );
  }
}
