import { lineOf, markdownOf } from "./faq-markdown.ts";
import { faqsIn } from "./faq-page.ts";
import type { Brought } from "./import-table.ts";
import { broughtText } from "./import-text.ts";
import { inSlices } from "./shelf-slices.ts";

/**
 * The questions that a page of the shop says it answers. New ones are drafts, until somebody has looked them over.
 *
 * @param address of the page, as it was in the end
 */
export async function textsOnPage(html: string, address: string, locale: string): Promise<Brought> {
  const faqs = faqsIn(html).map((faq, place) => ({ ...faq, place }));
  const read = await inSlices(faqs, ({ question, answer, place }) =>
    broughtText(
      {
        row: place + 1,
        id: undefined,
        locale,
        question: lineOf(question),
        source: markdownOf(answer, address),
        published: undefined,
        category: undefined,
        paths: undefined,
        keywords: undefined,
      },
      [locale],
    ),
  );
  return {
    texts: read.flatMap((each) => ("text" in each ? each.text : [])),
    faults: read.flatMap((each) => ("faults" in each ? each.faults : [])),
  };
}
