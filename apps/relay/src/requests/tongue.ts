import { negotiate, type Translate, translator } from "@shopbell/i18n";
import { EN } from "./locales/en.ts";
import { PT } from "./locales/pt.ts";

/** Speaks to one reader: in their language, with times as the shop's clock shows them. */
export interface Tongue {
  readonly locale: string;
  readonly t: Translate<typeof EN>;
  /** The time zone in words. */
  readonly zone: string;
  /** A day and a time: `Saturday 21 November at 21:14`. */
  time(at: number): string;
  /** Names, joined as the language joins them. */
  names(names: readonly string[]): string;
}

const CATALOGUES = { en: EN, pt: PT } as const;
const FAR_MS = 300 * 24 * 3_600_000;
/** Longer than what browsers send. */
const MAX_HEADER_LENGTH = 500;

/** @param wanted languages as BCP 47 tags, dearest first */
export function tongueFor(wanted: readonly string[], timeZone: string, now: number): Tongue {
  const { locale, catalogue } = negotiate(wanted, ["en", "pt"]);
  const near = new Intl.DateTimeFormat(locale, { ...DAY_AND_TIME, timeZone });
  const far = new Intl.DateTimeFormat(locale, { ...DAY_AND_TIME, year: "numeric", timeZone });
  const list = new Intl.ListFormat(locale);
  return {
    locale,
    t: translator(locale, EN, CATALOGUES[catalogue]),
    zone: zoneName(locale, timeZone, now),
    time: (at) => (Math.abs(at - now) < FAR_MS ? near : far).format(at),
    names: (names) => list.format(names),
  };
}

const DAY_AND_TIME = {
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "numeric",
  minute: "2-digit",
} as const satisfies Intl.DateTimeFormatOptions;

/** Without hours a shop has told no zone: then times are those of UTC. */
export const NO_ZONE = "UTC";

function zoneName(locale: string, timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "long" }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** The languages of an Accept-Language header, dearest first (RFC 9110, 12.5.4). What is no tag is left out. */
export function languagesIn(header: string | undefined): string[] {
  return (header ?? "")
    .slice(0, MAX_HEADER_LENGTH)
    .split(",")
    .map(readLanguage)
    .filter(({ tag, weight }) => weight > 0 && /^[a-z0-9-]{2,35}$/i.test(tag))
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

function readLanguage(part: string): { tag: string; weight: number } {
  const [tag = "", ...parameters] = part.trim().split(/\s*;\s*/);
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
  return { tag, weight: Number(weight) };
}
