import type { AnswerText, WrittenAnswer } from "@shopbell/protocol/types";
import { LOCALE } from "../i18n.ts";

const NAMES = new Intl.DisplayNames(LOCALE, { type: "language", fallback: "code" });

/** `Portuguese (Brazil)` */
export function languageName(locale: string): string {
  return NAMES.of(locale) ?? locale;
}

/** What an answer says in the first of these languages that it has, else in any. */
export function textIn(answer: WrittenAnswer, locales: readonly string[]): AnswerText | undefined {
  const inLocale = (locale: string) => answer.texts.find((text) => text.locale === locale);
  return locales.map(inLocale).find((text) => text !== undefined) ?? answer.texts[0];
}

/** A name in the first of these languages that it has, else in any. */
export function nameIn(names: Readonly<Record<string, string>>, locales: readonly string[]): string {
  const known = locales.find((locale) => names[locale] !== undefined);
  return (known && names[known]) ?? Object.values(names)[0] ?? "";
}

/** As it is compared with what is searched: without capitals and accents. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
