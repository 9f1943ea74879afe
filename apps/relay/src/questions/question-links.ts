import type { PublishedAnswer } from "../answers/answer.ts";
import type { Centre } from "../help/centre.ts";
import { answerPath, centreAddress } from "../help/centre-links.ts";

/** The page where one asks under an answer. @param to the question that is answered there; undefined is a question of one's own */
export function askPath(
  siteKey: string,
  { locale, slug }: Pick<PublishedAnswer, "locale" | "slug">,
  to?: string,
): string {
  return `/q/${siteKey}/${locale}/${encodeURIComponent(slug)}${to === undefined ? "" : `?to=${to}`}`;
}

export function reportPath(postId: string): string {
  return `/q/report/${postId}`;
}

/** Where an answer is read, below whatever address its help centre has. */
export function readingAddress(
  { site, publicUrl }: Pick<Centre, "site" | "publicUrl">,
  { locale, slug }: Pick<PublishedAnswer, "locale" | "slug">,
): string {
  return `${centreAddress(site, publicUrl)}/${locale}/${answerPath(slug)}`;
}
