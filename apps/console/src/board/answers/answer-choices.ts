import type { AnswerBook, AnswerId, AnswerText, HelpCentre, WrittenAnswer } from "@shopbell/protocol/types";
import { helpLink } from "../../answers/help-link.ts";
import { folded } from "../../answers/languages.ts";
import { excerptOf } from "./excerpt.ts";

/** As many as are looked through at a glance. */
const MOST = 8;

/** A published answer that can be sent, in one of its languages. */
export interface AnswerChoice {
  readonly id: AnswerId;
  readonly locale: string;
  readonly question: string;
  /** The beginning of the answer. */
  readonly excerpt: string;
  /** Where visitors read it: a path where the help centre is on the relay. */
  readonly link: string;
}

/** A shop whose answers they are. */
interface Shop {
  readonly key: string;
  readonly centre: HelpCentre;
}

/**
 * The published answers in which every word is found, in the order of the book, those whose question begins with the words first.
 * Each is there once: in the dearest language in which it is found.
 */
export function answerChoices({ answers }: AnswerBook, shop: Shop, words: string): AnswerChoice[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const found = answers.flatMap((answer) => {
    const text = publishedTexts(answer, shop.centre.locales).find((each) => has(each, answer.keywords, wanted));
    return text ? [choiceOf(answer, text, shop)] : [];
  });
  const begins = ({ question }: AnswerChoice) => folded(question).startsWith(folded(words).trim());
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))].slice(0, MOST);
}

/** Those of the shop's languages first, in its order. */
function publishedTexts({ texts }: WrittenAnswer, locales: readonly string[]): AnswerText[] {
  const rank = ({ locale }: AnswerText) => (locales.indexOf(locale) + locales.length + 1) % (locales.length + 1);
  return texts.filter(({ published }) => published).toSorted((a, b) => rank(a) - rank(b));
}

function has({ question }: AnswerText, keywords: readonly string[], wanted: readonly string[]): boolean {
  const text = folded([question, ...keywords].join(" "));
  return wanted.every((word) => text.includes(word));
}

function choiceOf({ id }: WrittenAnswer, text: AnswerText, { key, centre }: Shop): AnswerChoice {
  const { locale, question, source } = text;
  return { id, locale, question, excerpt: excerptOf(source), link: helpLink(centre, key, text) };
}
