import * as phrases from "../../locales/en/wait.ts";
import type { Stage } from "../screen.tsx";
import { EachMinute, MINUTE_MS } from "./each-minute.tsx";
import { Later } from "./later.tsx";
import { stateOf, truthOf } from "./truth.ts";
import css from "./wait.css?inline";
import { byWhen, dayInWords, minutes, relayNow } from "./when.ts";

const HOUR_MS = 3_600_000;

/** What is said and asked where one has to wait: wanted when that is so, or when there is a ticket. */
export const wait = { css, truthOf, stateOf, greeting, promise, card, dayInWords };

/**
 * The first screen's greeting of a closed shop: in how many minutes it opens, where that is within the hour.
 *
 * @param closed what is said otherwise
 */
function greeting({ words, state, panel, site: { opensAt } }: Stage, closed: string) {
  const leftMs = (opensAt ?? 0) - relayNow(state);
  const soon = leftMs > 0 && leftMs <= HOUR_MS;
  return (
    <EachMinute draw={panel.draw}>
      {soon ? words.t(phrases.opensIn, { minutes: minutes(words, Math.ceil(leftMs / MINUTE_MS)) }) : closed}
    </EachMinute>
  );
}

/** Under the first screen's composer: by when a person answers, and what is asked for on the way. Nothing where that is past. */
function promise({ words, state, site: { mails } }: Stage, answersBy: number) {
  if (answersBy < relayNow(state)) return null;
  const [before, after] = words.t(mails ? phrases.answersByAsk : phrases.answersBy, { when: "\n" }).split("\n");
  return (
    <p class="meta promise">
      {before}
      <b>{byWhen(words, answersBy)}</b>
      {after}
    </p>
  );
}

/** It begins with what was said: what came of the ticket meanwhile is in there. */
function card(stage: Stage) {
  return !!stage.thread?.entries.length && <Later key="later" {...stage} />;
}
