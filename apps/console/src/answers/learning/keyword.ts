import type { AnswerEdit, WrittenAnswer } from "@shopbell/protocol/types";

const MAX_KEYWORD_LENGTH = 60;

/** An answer that is found by these words, too: nothing else of it changes. Undefined for one without any text. */
export function withKeyword(answer: WrittenAnswer, words: string, locale: string): AnswerEdit | undefined {
  const text = answer.texts.find((each) => each.locale === locale) ?? answer.texts[0];
  if (!text) return undefined;
  const keyword = keywordOf(words);
  const { categoryId, paths, version } = answer;
  const keywords = answer.keywords.includes(keyword) ? answer.keywords : [...answer.keywords, keyword];
  const { question, source, published } = text;
  return { categoryId, paths, keywords, version, locale: text.locale, question, source, published };
}

/** As long as a keyword may be, without half a word at its end. A comma would part it where keywords are edited. */
export function keywordOf(words: string): string {
  const plain = words.replace(/[\s,;]+/g, " ").trim();
  if (plain.length <= MAX_KEYWORD_LENGTH) return plain;
  const cut = plain.slice(0, MAX_KEYWORD_LENGTH + 1);
  const end = cut.lastIndexOf(" ");
  return cut.slice(0, end > 0 ? end : MAX_KEYWORD_LENGTH);
}
