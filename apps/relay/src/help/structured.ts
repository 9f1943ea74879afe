import type { PublishedAnswer } from "../answers/answer.ts";
import { plainText } from "../answers/plain-text.ts";

/** A step on the way to a page: its name, and its full address. */
export interface Crumb {
  readonly name: string;
  readonly address: string;
}

/** An answer for search engines, as schema.org's FAQPage with one question. */
export function faqOf({ question, blocks, locale, changedAt }: PublishedAnswer): object {
  return {
    "@context": "https://schema.org",
    "@type": "FAQPage",
    inLanguage: locale,
    dateModified: new Date(changedAt).toISOString(),
    mainEntity: [
      { "@type": "Question", name: question, acceptedAnswer: { "@type": "Answer", text: plainText(blocks) } },
    ],
  };
}

/** The way to a page, from the first one. */
export function breadcrumbOf(crumbs: readonly Crumb[]): object {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ name, address }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: address,
    })),
  };
}
