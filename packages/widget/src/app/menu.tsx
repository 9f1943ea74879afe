import * as phrases from "../locales/en/extras.ts";
import { icon } from "./icon.tsx";
import type { Stage } from "./screen.tsx";

const LOCK = "M4.75 9h10.5v7.5H4.75zM7 9V6.5a3 3 0 0 1 6 0V9";

/** What can be done with a conversation beside writing in it. */
export function menu({ words: { t }, panel }: Stage) {
  return (
    <button type="button" class="menu row" onClick={() => panel.forget()}>
      {icon(LOCK)}
      <span class="grow">
        {t(phrases.forget)}
        <span class="meta">{t(phrases.forgetHint)}</span>
      </span>
    </button>
  );
}
