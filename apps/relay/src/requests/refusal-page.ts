import { PROBLEMS, type ProblemCode } from "@shopbell/protocol";
import { html } from "../http/html.ts";
import type { Page } from "../http/page.ts";
import type { Tongue } from "./tongue.ts";

/** What leads to a page: a link that was given to one person alone, or an address that anybody may have. */
export type LedBy = "link" | "address";

/** The page of something that is not there, or cannot be done. It says the same of what never was and of what is not for this reader. */
export function refusalPage(code: ProblemCode, ledBy: LedBy, { t, locale }: Tongue): Page {
  const [title, why] = wordsFor(code, ledBy, t);
  return { locale, title, shop: null, body: html`<div class="narrow"><h1>${title}</h1><p>${why}</p></div>` };
}

function wordsFor(code: ProblemCode, ledBy: LedBy, t: Tongue["t"]): [string, string] {
  const { status } = PROBLEMS[code];
  if (status === 404) return [t("nothingHere"), t(ledBy === "link" ? "nothingHereWhy" : "nothingHereAnyMore")];
  if (status === 429) return [t("notNow"), t("waitABit")];
  return status >= 500 ? [t("ourFault"), t("ourFaultWhy")] : [t("notTaken"), t("notTakenWhy")];
}
