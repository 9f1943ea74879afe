import { LOCALE } from "../i18n.ts";

const KILO = 1_000;
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

const FORMATS = UNITS.map((unit) => {
  const maximumFractionDigits = unit === "byte" || unit === "kilobyte" ? 0 : 1;
  return new Intl.NumberFormat(LOCALE, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits });
});

/** A size as people say it: `84 kB`, `1.2 MB`. */
export function fileSize(bytes: number): string {
  const power = bytes < KILO ? 0 : Math.floor(Math.log10(bytes) / 3);
  const step = Math.min(power, UNITS.length - 1);
  return FORMATS[step]?.format(bytes / KILO ** step) ?? String(bytes);
}
