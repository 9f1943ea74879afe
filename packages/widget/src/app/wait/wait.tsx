import * as phrases from "../../locales/en/wait.ts";
import type { Stage } from "../screen.tsx";
import { Later } from "./later.tsx";
import { stateOf, truthOf } from "./truth.ts";
import css from "./wait.css?inline";
import { byWhen, minutes, relayNow } from "./when.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** What is said and asked where one has to wait: fetched when that is so, or when there is a ticket. */
export const wait = { css, truthOf, stateOf, opensSoon, promise, card };

/** The first screen's greeting where the shop opens within the hour. */
function opensSoon({ words, state, site: { opensAt } }: Stage): string | undefined {
  const leftMs = (opensAt ?? 0) - relayNow(state);
  if (leftMs <= 0 || leftMs > HOUR_MS) return undefined;
  return words.t(phrases.opensIn, { minutes: minutes(words, Math.ceil(leftMs / MINUTE_MS)) });
}

/** Under the first screen's composer: by when a person answers, and what is asked for on the way. */
function promise({ words, site: { mails } }: Stage, answersBy: number) {
  const [before, after] = words.t(mails ? phrases.answersByAsk : phrases.answersBy, { when: "\n" }).split("\n");
  return (
    <p class="meta promise">
      {before}
      <b>{byWhen(words, answersBy)}</b>
      {after}
    </p>
  );
}

function card(stage: Stage) {
  return <Later key="later" {...stage} />;
}
