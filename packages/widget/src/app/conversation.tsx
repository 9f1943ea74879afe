import * as phrases from "../locales/en/panel.ts";
import { composer } from "./composer.tsx";
import { portrait } from "./face.tsx";
import { BACK, CLOSE, DOWN, icon, iconButton, MORE, OFFLINE, WARN } from "./icon.tsx";
import { log } from "./log-view.tsx";
import { firstName, type Scene } from "./scene.ts";
import type { Stage } from "./screen.tsx";
import { who } from "./who.tsx";

/** Failures that are the relay's own: the visitor did nothing wrong, and can try again. */
const OUR_FAULT = ["internal", "storage-failed", "overloaded"];

export function Conversation(stage: Stage) {
  const { words, face, partner, thread, panel } = stage;
  const { t } = words;
  return (
    <>
      <header class="top conv">
        {iconButton(BACK, t(phrases.back), () => panel.go(null), "flip")}
        {portrait(stage, partner)}
        {who(partner ? firstName(partner) : face.name, ...truth(stage))}
        <div class="more" onFocusOut={(event) => isOutside(event) && panel.showMenu(false)}>
          {iconButton(MORE, t(phrases.more), () => panel.showMenu(!stage.menuOpen), "", stage.menuOpen)}
          {stage.menuOpen && panel.extras()?.menu(stage)}
        </div>
        {iconButton(CLOSE, t(phrases.close), () => panel.close())}
      </header>
      {trouble(stage)}
      <div class="body">
        {log(stage)}
        {(thread?.entries.at(-1)?.seq ?? 0) > panel.reading.read && (
          <button type="button" class="news" onClick={panel.reading.toEnd}>
            {t(phrases.toNewest)} {icon(DOWN, "s")}
          </button>
        )}
      </div>
      <div class="counter">
        {composer(stage, "say", partner ? t(phrases.writeTo, { name: firstName(partner) }) : t(phrases.add))}
      </div>
    </>
  );
}

/** Without a connection nothing is claimed about who is there. */
function truth({ words: { t }, state, partner, availability, people }: Scene): [Scene["availability"], string] {
  if (state.status !== "live")
    return ["away", t(state.status === "waiting" ? phrases.connectingAgain : phrases.connecting)];
  if (people.some((agent) => agent.id === partner?.id)) return ["available", t(phrases.hereNow)];
  if (availability === "available") return ["available", t(phrases.availableNow)];
  return ["away", t(partner ? phrases.awayNow : phrases.nobodyHere)];
}

/** Something that the visitor should know before reading on. */
function trouble({ words: { t }, state, drafts }: Scene) {
  if (state.status === "waiting") return banner("", OFFLINE, t(phrases.offline), t(phrases.offlineKept));
  if (drafts.some(({ reason }) => reason && OUR_FAULT.includes(reason)))
    return banner("bad", WARN, t(phrases.ourFault), t(phrases.ourFaultKept));
  if (state.status === "refused") return banner("bad", WARN, t(phrases.outdated), t(phrases.outdatedKept));
  return null;
}

function banner(look: string, sign: string, what: string, kept: string) {
  return (
    <div class={`banner ${look}`} role="status">
      {icon(sign)}
      <span>
        <b>{what}</b> {kept}
      </span>
    </div>
  );
}

function isOutside({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return !(currentTarget as Element).contains(relatedTarget as Node | null);
}
