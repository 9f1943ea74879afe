import { LOCALE } from "../../i18n.ts";

const MINUTES = new Intl.NumberFormat(LOCALE, {
  style: "unit",
  unit: "minute",
  unitDisplay: "long",
  maximumFractionDigits: 0,
});
const HOURS = new Intl.NumberFormat(LOCALE, {
  style: "unit",
  unit: "hour",
  unitDisplay: "long",
  maximumFractionDigits: 1,
});
const PERCENT = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 1 });

/** `5 minutes`, as the widget says it however many they are. */
export function minutesWords(minutes: number): string {
  return MINUTES.format(minutes);
}

/** `5 minutes`, and from two hours on `2.5 hours`. */
export function lengthWords(minutes: number): string {
  return minutes < 120 ? minutesWords(minutes) : HOURS.format(minutes / 60);
}

/** `97.5%`. Never rounded up to all of them: 99.96 % is not kept. */
export function shareWords(kept: number, all: number): string {
  return PERCENT.format(Math.floor((kept / all) * 1_000) / 1_000);
}
