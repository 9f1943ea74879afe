import * as phrases from "../locales/en/panel.ts";
import { composer } from "./composer.tsx";
import { portrait } from "./face.tsx";
import { CLOSE, iconButton } from "./icon.tsx";
import { firstName } from "./scene.ts";
import type { Stage } from "./screen.tsx";
import { trouble } from "./trouble.tsx";
import { truth, who } from "./who.tsx";

/** Most faces that the first screen shows beside each other. */
const MOST_FACES = 3;

/** The first screen: the composer before everything else. */
export function Home(stage: Stage) {
  const { words, face, availability, site, listed, offline, panel } = stage;
  const { t } = words;
  const here = offline ? [] : site.people.slice(0, MOST_FACES);
  const names = words.list(here.map(firstName));
  // What comes late may not push away what is there: it comes below it.
  const help = panel.help(face.helps);
  const own = listed.length > 0 && panel.extras()?.list(stage);
  return (
    <>
      <div class="awning" />
      <header class="top">
        <span class="faces">
          {here.length ? here.map((agent) => portrait(stage, agent)) : portrait(stage, null, "large")}
        </span>
        {who(
          here.length ? t(phrases.areHere, { names, count: here.length }) : face.name,
          availability,
          offline ? t(phrases.connectingAgain) : truth(stage),
        )}
        {iconButton(CLOSE, t(phrases.close), () => panel.close())}
      </header>
      {trouble(stage)}
      <div class="scroll">
        <h2 class="greet">{greeting(stage)}</h2>
        {composer(stage, "write", t(phrases.ask))}
        {!offline && site.answersBy && panel.extras()?.promise(stage, site.answersBy)}
        {panel.ownFirst && own}
        {own !== undefined && help?.answers(stage)}
        {!panel.ownFirst && own}
        {help?.ways(stage)}
      </div>
      <footer class="foot">{t(phrases.runsOn)}</footer>
    </>
  );
}

function greeting(stage: Stage) {
  const { words, availability, panel } = stage;
  const { t } = words;
  const hour = new Date().getHours();
  const closed = t(phrases.closedBut);
  if (availability === "closed") return panel.extras()?.greeting(stage, closed) ?? closed;
  if (availability === "away") return t(phrases.leave);
  if (hour >= 5 && hour < 12) return t(phrases.morning);
  return t(hour >= 12 && hour < 18 ? phrases.afternoon : phrases.evening);
}
