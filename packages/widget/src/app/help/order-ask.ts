import * as phrases from "../../locales/en/help.ts";
import type { Stage } from "../screen.tsx";

/** Takes an order's number along to a person, behind what is written already. */
export function askAbout({ words: { t }, draft, panel }: Stage, number: string): void {
  const beginning = t(phrases.aboutOrder, { number });
  if (number && !draft.includes(beginning.trim()))
    panel.write(draft.trim() ? `${draft.trimEnd()}\n${beginning}` : beginning);
  panel.takePen();
}
