import * as phrases from "../locales/en/panel.ts";
import { icon, OFFLINE, WARN } from "./icon.tsx";
import type { Stage } from "./screen.tsx";

/** Something that the visitor should know before reading on. */
export function trouble(stage: Stage) {
  const { words, state, offline, drafts, panel } = stage;
  const { t } = words;
  if (offline) return banner("", OFFLINE, t(phrases.offline), t(phrases.offlineKept));
  if (state.status === "refused") return banner("bad", WARN, t(phrases.outdated), t(phrases.outdatedKept));
  return drafts.some(({ reason }) => reason) && panel.extras()?.fault(stage);
}

export function banner(look: string, sign: string, what: string, kept: string) {
  return (
    <div class={`banner ${look}`} role="status">
      {icon(sign)}
      <span>
        <b>{what}</b> {kept}
      </span>
    </div>
  );
}
