import { directionOf, negotiate, translator } from "@shopbell/i18n";
import { en } from "./locales/en.ts";

/** The language of the console, in the reader's own region, so that dates and hours look like theirs. */
export const { locale: LOCALE } = negotiate(navigator.languages, ["en"]);
export const DIRECTION = directionOf(LOCALE);

export const t = translator(LOCALE, en);
