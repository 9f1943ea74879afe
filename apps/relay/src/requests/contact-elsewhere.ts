import { negotiate } from "@shopbell/i18n";
import { centreAddress } from "../help/centre-links.ts";
import { helpTongue } from "../help/help-tongue.ts";
import { wayList } from "../help/way-list.ts";
import { type Html, html } from "../http/html.ts";
import type { Site } from "../sites/site.ts";
import { shownWays } from "../ways/ways.ts";

interface Elsewhere {
  readonly site: Site;
  readonly publicUrl: string;
  /** The reader's. */
  readonly locale: string;
  /** What was typed already, to take along. */
  readonly text: string;
  readonly now: number;
}

/** What else a contact page leads to: answers, orders, and other ways to reach the shop. Nothing where there is none. */
export function elsewhere({ site, publicUrl, locale, text, now }: Elsewhere): Html | false {
  const { hours, help, findsOrders, answersVersion } = site;
  const speech = helpTongue(locale, hours?.timeZone, now);
  const { t } = speech;
  const [first = "en", ...others] = help.locales;
  const folder = `${centreAddress(site, publicUrl)}/${negotiate([locale], [first, ...others]).catalogue}`;
  const links = [
    answersVersion > 0 && html`<li><a href="${folder}/">${t("answers")}</a></li>`,
    findsOrders && html`<li><a href="${folder}/order">${t("whereIsOrder")}</a></li>`,
  ].filter((link) => link !== false);
  const ways = wayList(shownWays(site.ways, now), speech, text);
  if (links.length === 0 && ways === false) return false;
  return html`<nav class="elsewhere" aria-label="${t("otherWays")}">${links.length > 0 && html`<ul class="ways">${links}</ul>`}${ways}</nav>`;
}
