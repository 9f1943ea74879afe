import type { AnswerCard } from "@shopbell/protocol";
import type { PublishedAnswer } from "./answer.ts";
import { excerptOf } from "./plain-text.ts";

const EXCERPT_LENGTH = 200;

/** Path on the relay of an answer's page in the help centre. */
export function linkTo(siteKey: string, { locale, slug }: Pick<PublishedAnswer, "locale" | "slug">): string {
  return `/help/${siteKey}/${locale}/a/${encodeURIComponent(slug)}`;
}

/** An answer as it lies in a conversation: it stays as it was when it was sent. */
export function cardOf(siteKey: string, answer: PublishedAnswer): AnswerCard {
  const { id, locale, question, blocks } = answer;
  return { id, locale, question, excerpt: excerptOf(blocks, EXCERPT_LENGTH), link: linkTo(siteKey, answer) };
}
