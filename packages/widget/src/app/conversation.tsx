import * as phrases from "../locales/en/panel.ts";
import { composer } from "./composer.tsx";
import { portrait } from "./face.tsx";
import { BACK, CLOSE, DOWN, icon, iconButton, MORE } from "./icon.tsx";
import { log } from "./log-view.tsx";
import { firstName, type Scene } from "./scene.ts";
import type { Stage } from "./screen.tsx";
import { trouble } from "./trouble.tsx";
import { truth, who } from "./who.tsx";

export function Conversation(stage: Stage) {
  const { words, face, partner, thread, panel } = stage;
  const { t } = words;
  return (
    <>
      <header class="top conv">
        {iconButton(BACK, t(phrases.back), () => panel.go(null), "flip")}
        {portrait(stage, partner)}
        {who(partner ? firstName(partner) : face.name, ...signs(stage))}
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
function signs(stage: Stage): [Scene["availability"], string] {
  const { words, state, partner, site } = stage;
  const { t } = words;
  if (state.status !== "live")
    return ["away", t(state.status === "waiting" ? phrases.connectingAgain : phrases.connecting)];
  if (site.people.some((agent) => agent.id === partner?.id)) return ["available", t(phrases.hereNow)];
  if (partner && site.people.length === 0 && !site.opensAt) return ["away", t(phrases.awayNow)];
  return [site.availability, truth(stage)];
}

function isOutside({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return !(currentTarget as Element).contains(relatedTarget as Node | null);
}
