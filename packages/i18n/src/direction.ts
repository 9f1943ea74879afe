// Intl.Locale#getTextInfo would know, but Firefox does not have it; these are the right-to-left languages of CLDR's modern coverage.
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)\b/i;

/** The direction in which a locale is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.test(locale) ? "rtl" : "ltr";
}
