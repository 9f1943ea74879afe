import { negotiate, type Speak, speaker } from "@shopbell/i18n";
import * as panel from "../locales/en/panel.ts";

/** Everything that depends on the visitor's language. */
export interface Words {
  readonly t: Speak;
  readonly locale: string;
  /** What the visitor would read, dearest first, whether the app speaks it or not: a shop's answers may. With commas between. */
  readonly wanted: string;
  readonly direction: "ltr" | "rtl";
  /** "14:30" */
  time(at: number): string;
  /** "Today", "Yesterday", "Tuesday, 17 November" */
  day(at: number): string;
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
  const t = speaker(locale);
  const date = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
  const names = new Intl.ListFormat(locale);

  return {
    t,
    locale,
    wanted: wanted.join(),
    direction,
    time: new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format,
    day(at) {
      if (isSameDay(at, now())) return t(panel.today);
      return isSameDay(at, now() - DAY_MS) ? t(panel.yesterday) : date.format(at);
    },
    list: (them) => names.format(them),
  };
}

export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
