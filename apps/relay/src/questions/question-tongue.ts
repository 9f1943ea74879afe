import { type Translate, translator } from "@shopbell/i18n";
import { NO_ZONE, type Tongue, tongueFor } from "../requests/tongue.ts";
import { EN } from "./locales/en.ts";
import { PT } from "./locales/pt.ts";

/** Speaks to a reader of public questions. */
export interface QuestionTongue {
  /** Of our words: English where we have none in the language of the answers. */
  readonly locale: string;
  readonly t: Translate<typeof EN>;
  /** The words that all pages share. */
  readonly tongue: Tongue;
  /** `12 November`, with the year where it is long ago. */
  day(at: number): string;
}

const DAY = { day: "numeric", month: "long" } as const satisfies Intl.DateTimeFormatOptions;
const LONG_AGO_MS = 300 * 24 * 3_600_000;

/** @param locale one that the shop writes its answers in */
export function questionTongue(locale: string, timeZone: string = NO_ZONE, now: number): QuestionTongue {
  const tongue = tongueFor([locale], timeZone, now);
  const near = new Intl.DateTimeFormat(tongue.locale, { ...DAY, timeZone });
  const far = new Intl.DateTimeFormat(tongue.locale, { ...DAY, year: "numeric", timeZone });
  return {
    locale: tongue.locale,
    t: translator(tongue.locale, EN, tongue.locale.startsWith("pt") ? PT : EN),
    tongue,
    day: (at) => (now - at < LONG_AGO_MS ? near : far).format(at),
  };
}
