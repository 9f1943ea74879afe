import * as phrases from "../locales/en/panel.ts";
import { group } from "./bubbles.tsx";
import { arrange, type LogItem, type Told } from "./log.ts";
import { firstName, type Scene } from "./scene.ts";
import type { Stage } from "./screen.tsx";

/** Everything that was said, the newest at the end. */
export function log(stage: Stage) {
  const { panel, thread, drafts, view } = stage;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard, also in Safari
    <div class="log" key={view} ref={panel.reading.onLog} tabIndex={0} onScroll={panel.onScroll}>
      <div class="all">
        <div class="said" role="log">
          {arrange(thread, drafts, panel.reading.newFrom).map((item) => line(stage, item))}
        </div>
        {drafts.some(({ reason }) => reason) && panel.extras()?.otherWays(stage)}
        {panel.extras(needsCard(stage))?.card(stage)}
      </div>
    </div>
  );
}

/** Whether there may be more to say than what was said: nobody is there, there is a ticket or would be one, or mail came back. */
function needsCard({ thread, site, state, view, keep }: Scene): boolean {
  if (!thread || !view) return false;
  const isThere = site.availability === "available" || site.availability === "busy";
  return (
    !isThere ||
    !!state.requests[view] ||
    !!keep.read(`whereto:${view}`) ||
    thread.entries.some((entry) => "event" in entry && entry.event === "bounced")
  );
}

function line(stage: Stage, item: LogItem) {
  if (item.kind === "group") return group(stage, item);
  return (
    <div key={item.key} class={item.kind}>
      {inWords(stage, item)}
    </div>
  );
}

function inWords({ words, face }: Scene, item: Exclude<LogItem, { kind: "group" }>): string {
  if (item.kind === "day") return words.day(item.at);
  if (item.kind === "new") return words.t(phrases.fresh);
  return ofEvent(item.event, face.name, words);
}

/** "Ana joined at 14:30" */
function ofEvent({ event, by, at, address = "" }: Told, shopName: string, { t, time }: Scene["words"]): string {
  const slots = { name: by.kind === "agent" ? firstName(by.agent) : shopName, time: time(at), address };
  return t(EVENTS[event], slots);
}

const EVENTS = {
  mailed: phrases.mailed,
  assigned: phrases.joined,
  released: phrases.left,
  closed: phrases.closed,
  reopened: phrases.reopened,
} as const;
