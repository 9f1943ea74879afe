import { negotiate, type Translate, translator } from "@shopbell/i18n";
import { panel } from "../locales/en.ts";

/** Everything that depends on the visitor's language. */
export interface Words {
  readonly t: Translate<typeof panel>;
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** "14:30" */
  time(at: number): string;
  /** "Today", "Yesterday", "Tuesday, 17 November" */
  day(at: number): string;
  /** As short as a list needs it: "14:30", "Tue", "3 Nov" */
  short(at: number): string;
  /** "Ana and João" */
  list(names: readonly string[]): string;
}

const DAY_MS = 86_400_000;

/**
 * @param wanted the page's and the visitor's locales, dearest first
 * @param now the device's clock, in epoch milliseconds: days and times are told as the visitor lives them
 */
export function wordsFor(
  wanted: readonly string[],
  direction: Words["direction"],
  now: () => number = Date.now,
): Words {
  const { locale } = negotiate(wanted, ["en"]);
  const t = translator(locale, panel);
  const format = (at: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, options).format(at);
  const isOn = (at: number, day: number): boolean => new Date(at).toDateString() === new Date(day).toDateString();
  const time = (at: number): string => format(at, { hour: "numeric", minute: "2-digit" });

  return {
    t,
    locale,
    direction,
    time,
    day(at) {
      if (isOn(at, now())) return t("today");
      if (isOn(at, now() - DAY_MS)) return t("yesterday");
      return format(at, { weekday: "long", day: "numeric", month: "long" });
    },
    short(at) {
      if (isOn(at, now())) return time(at);
      return format(at, now() - at < 6 * DAY_MS ? { weekday: "short" } : { day: "numeric", month: "short" });
    },
    list: (names) => new Intl.ListFormat(locale).format(names),
  };
}
