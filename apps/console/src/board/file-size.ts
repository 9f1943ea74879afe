import { LOCALE } from "../i18n.ts";

const KILO = 1_000;
const UNITS = ["byte", "kilobyte", "megabyte"] as const;

const FORMATS = UNITS.map((unit) => new Intl.NumberFormat(LOCALE, { style: "unit", unit, maximumFractionDigits: 1 }));

/** A size as visitors read it too: `84.3 kB`, `1.2 MB`. */
export function fileSize(bytes: number): string {
  const power = bytes < KILO ? 0 : Math.floor(Math.log10(bytes) / 3);
  const step = Math.min(power, UNITS.length - 1);
  return FORMATS[step]?.format(bytes / KILO ** step) ?? String(bytes);
}
