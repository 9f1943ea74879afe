import type { ShownWay, WayKind } from "@shopbell/protocol";
import { type Html, html, type Inset } from "../http/html.ts";
import { hrefWith } from "../ways/ways.ts";
import type { HelpTongue } from "./help-tongue.ts";

/** Names of networks are the same in every language. */
const NETWORKS: Readonly<Partial<Record<WayKind, string>>> = {
  whatsapp: "WhatsApp",
  messenger: "Messenger",
  instagram: "Instagram",
  telegram: "Telegram",
};

/**
 * Other ways to reach the shop, each one tap away; nothing where there is none.
 *
 * @param text what a visitor has typed, to take along
 */
export function wayList(ways: readonly ShownWay[], speech: HelpTongue, text = ""): Html | false {
  if (ways.length === 0) return false;
  const { t } = speech;
  const items = ways.map((way) => {
    const name = NETWORKS[way.kind] ?? t(way.kind === "phone" ? "wayPhone" : "wayEmail");
    return html`<li>${name}: <a href="${hrefWith(way, text)}" rel="noreferrer"><bdi>${way.label}</bdi></a>${whenOpen(way, speech)}</li>`;
  });
  return html`<ul class="ways" aria-label="${t("otherWays")}">${items}</ul>`;
}

function whenOpen({ open, changesAt }: ShownWay, { t, tongue }: HelpTongue): Inset {
  if (open === null) return null;
  if (changesAt === null) return !open && html` (${t("wayClosed")})`;
  const time = tongue.time(changesAt);
  return html` (${open ? t("wayOpenUntil", { time }) : t("wayOpensAt", { time })})`;
}
