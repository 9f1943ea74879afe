import type { HelpCentre } from "@shopbell/protocol/types";

/** The address of a published answer in the help centre. */
export function helpLink(centre: HelpCentre, siteKey: string, { locale, slug }: { locale: string; slug: string }) {
  const base = centre.url?.replace(/\/+$/, "") ?? `/help/${encodeURIComponent(siteKey)}`;
  return `${base}/${locale}/a/${encodeURIComponent(slug)}`;
}
