import { MAX_WORDS_LENGTH } from "@shopbell/protocol/limits";
import { type Html, html } from "../http/html.ts";
import type { HelpTongue } from "./help-tongue.ts";
import { icon } from "./icons.ts";

/** The box that searches the answers. @param up what leads to the folder of the language */
export function searchForm({ t }: HelpTongue, up: string, words = ""): Html {
  return html`<form class="find" role="search" action="${up}search">
<button aria-label="${t("search")}">${icon("search")}</button>
<input type="search" name="q" value="${words}" maxlength="${MAX_WORDS_LENGTH}" aria-label="${t("search")}" placeholder="${t("searchHint")}" enterkeyhint="search">
</form>`;
}
