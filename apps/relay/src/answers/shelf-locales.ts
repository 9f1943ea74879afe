import { negotiate } from "@shopbell/i18n";

/** Which of a site's languages a reader gets. @param wanted BCP 47 tags, dearest first */
export function localeAmong(locales: readonly string[], wanted: readonly string[]): string {
  const [first = "en", ...others] = locales;
  return negotiate(wanted, [first, ...others]).catalogue;
}

/** The one in this language as it is spoken there, else as it is spoken elsewhere. */
export function closest<T extends { readonly locale: string }>(texts: readonly T[], locale: string): T | undefined {
  const language = languageOf(locale);
  return texts.find((text) => text.locale === locale) ?? texts.find((text) => languageOf(text.locale) === language);
}

/** The language of an answer that a reader gets: theirs, else the site's first, else whichever there is. */
export function textFor<T extends { readonly locale: string }>(
  texts: readonly T[],
  locale: string,
  first: string,
): T | undefined {
  return closest(texts, locale) ?? closest(texts, first) ?? texts[0];
}

function languageOf(locale: string): string {
  return locale.replace(/-.*/s, "").toLowerCase();
}
