import { html } from "../http/html.ts";
import { askCard } from "./ask-card.ts";
import type { Centre } from "./centre.ts";
import { wayUp } from "./centre-links.ts";
import type { HelpPage } from "./help-document.ts";
import { searchForm } from "./search-form.ts";

/** Of an address that leads nowhere. @param path that was asked for, in the folder of the language: it decides where links begin */
export function missingPage(centre: Centre, path: string): HelpPage {
  const { t } = centre.speech;
  return {
    title: `${t("notHere")} · ${centre.site.name}`,
    description: t("notHereWhy"),
    path,
    current: null,
    main: html`<div class="frame found-page"><div><h1>${t("notHere")}</h1><p>${t("notHereWhy")}</p>
${searchForm(centre.speech, wayUp(path))}</div>${askCard(centre)}</div>`,
  };
}
