/**
 * Picks the locale to speak: the first wanted one whose language there is a catalogue for.
 *
 * The region that was wanted stays (`en-GB` with an `en` catalogue gives `en-GB`), so that dates and numbers follow it.
 *
 * @param wanted BCP 47 tags, dearest first; what is no tag at all is passed over
 * @param available tags of the catalogues, the fallback first
 */
export function negotiate<Tag extends string>(
  wanted: readonly string[],
  available: readonly [Tag, ...Tag[]],
): { locale: string; catalogue: Tag } {
  for (const locale of wanted) {
    const catalogue = available.find((tag) => tag === locale) ?? available.find((tag) => sameLanguage(tag, locale));
    if (catalogue && isTag(locale)) return { locale, catalogue };
  }
  return { locale: available[0], catalogue: available[0] };
}

function sameLanguage(a: string, b: string): boolean {
  return languageOf(a) === languageOf(b);
}

function languageOf(tag: string): string {
  return tag.replace(/-.*/s, "").toLowerCase();
}

function isTag(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false; // RangeError: whatever the page wrote there, it is not a locale
  }
}
