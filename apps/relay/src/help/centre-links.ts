import type { PublishedAnswer } from "../answers/answer.ts";
import type { Site } from "../sites/site.ts";
import type { Centre } from "./centre.ts";

/** Where a site's help centre is for readers and search engines, without a slash at the end. */
export function centreAddress({ key, help }: Pick<Site, "key" | "help">, publicUrl: string): string {
  return help.url?.replace(/\/+$/, "") ?? `${publicUrl}/help/${key}`;
}

/** A page of the help centre in its language's folder: `a/can-i-exchange`. */
export function answerPath(slug: string): string {
  return `a/${encodeURIComponent(slug)}`;
}

export function categoryPath(slug: string): string {
  return `c/${encodeURIComponent(slug)}`;
}

/** What leads from a page of a language's folder to that folder: a proxy may serve the centre below any address, so that all links within it are relative. */
export function wayUp(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}

/** The contact page, with words that a visitor has typed already, and the search that they come from. It is on the relay's own address. */
export function contactAddress(publicUrl: string, siteKey: string, locale: string, text = "", search = ""): string {
  const query = new URLSearchParams({
    lang: locale,
    ...(text !== "" && { text }),
    ...(search !== "" && { s: search }),
  });
  return `${publicUrl}/c/${siteKey}?${query}`;
}

/** An answer's page, from another page: in the folder of its own language, where the shop still has that. @param query `?s=…`, or nothing */
export function answerHref(
  { shelf, locale }: Pick<Centre, "shelf" | "locale">,
  path: string,
  answer: PublishedAnswer,
  query = "",
): string {
  const isElsewhere = answer.locale !== locale && shelf.locales.includes(answer.locale);
  return `${wayUp(path)}${isElsewhere ? `../${answer.locale}/` : ""}${answerPath(answer.slug)}${query}`;
}
