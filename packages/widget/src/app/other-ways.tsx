import { Component } from "preact";
import * as phrases from "../locales/en/extras.ts";
import { isOurFault } from "./fault.tsx";
import { COPY, icon } from "./icon.tsx";
import type { Stage } from "./screen.tsx";

const MAIL = "M2.75 4.75h14.5v10.5H2.75zM3 5l7 6 7-6";

/** Where we could not keep a message: the words to take along, and another way to reach the shop. */
export class OtherWays extends Component<Stage, { copied?: boolean }> {
  override render({ words: { t }, drafts, relay, face }: Stage, { copied }: { copied?: boolean }) {
    const text = drafts.filter(isOurFault).map((draft) => draft.text);
    return (
      <section class="ways">
        <b>{t(phrases.otherWays)}</b>
        {navigator.clipboard && (
          <button type="button" class="row" onClick={() => this.#copy(text.join("\n\n"))}>
            {icon(COPY)} {t(copied ? phrases.copied : phrases.copyText)}
          </button>
        )}
        <a class="row" href={`${relay}/c/${face.key}`} target="_blank" rel="noopener noreferrer">
          {icon(MAIL)} {t(phrases.contactPage)}
        </a>
      </section>
    );
  }

  #copy(text: string): void {
    navigator.clipboard.writeText(text).then(
      () => this.setState({ copied: true }),
      () => undefined, // refused by the page's policy: the words are still in the conversation
    );
  }
}
