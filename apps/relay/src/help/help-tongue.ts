import { directionOf, type Translate, translator } from "@shopbell/i18n";
import { type Html, html } from "../http/html.ts";
import { NO_ZONE, type Tongue, tongueFor } from "../requests/tongue.ts";
import { EN } from "./locales/en.ts";
import { PT } from "./locales/pt.ts";

/** Speaks to a reader of the help centre. */
export interface HelpTongue {
  /** Of our words: English where we have none in the language of the answers. */
  readonly locale: string;
  readonly t: Translate<typeof EN>;
  /** The words that all pages share, and times by the shop's clock. */
  readonly tongue: Tongue;
  /** `3 November 2026` */
  date(at: number): string;
  /** `Tue 17 Nov, 21:40` */
  moment(at: number): string;
  /** A day as the shop reckons days, `2026-11-24`, as `Tuesday 24 November`. */
  day(date: string): string;
}

/** @param locale one that the shop writes its answers in */
export function helpTongue(locale: string, timeZone: string = NO_ZONE, now: number): HelpTongue {
  const tongue = tongueFor([locale], timeZone, now);
  const date = new Intl.DateTimeFormat(tongue.locale, { dateStyle: "long", timeZone });
  const moment = new Intl.DateTimeFormat(tongue.locale, { ...MOMENT, timeZone });
  const day = new Intl.DateTimeFormat(tongue.locale, { ...DAY, timeZone: "UTC" });
  return {
    locale: tongue.locale,
    t: translator(tongue.locale, EN, tongue.locale.startsWith("pt") ? PT : EN),
    tongue,
    date: (at) => date.format(at),
    moment: (at) => moment.format(at),
    day: (written) => day.format(Date.parse(written)),
  };
}

const MOMENT = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
} as const satisfies Intl.DateTimeFormatOptions;

const DAY = { weekday: "long", day: "numeric", month: "long" } as const satisfies Intl.DateTimeFormatOptions;

/** Attributes of what is in another language than our words around it; nothing where it is in the same. */
export function inLanguage(locale: string, around: string): Html | false {
  return locale !== around && html` lang="${locale}" dir="${directionOf(locale)}"`;
}

/** A language by its own name: `português`. */
export function languageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
  const [first = "", ...rest] = name;
  return first.toLocaleUpperCase(locale) + rest.join("");
}
