/**
 * A number as numbers are compared. People copy it from an invoice, a mail or a parcel: with another case, with spaces, with the # of a
 * sentence before it, with a dash of another length, or with the full width of an Asian keyboard. What is empty then is no number.
 */
export function comparedNumber(number: string): string {
  return number
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}]/gu, "")
    .replaceAll(/\p{Pd}/gu, "-")
    .replace(/^#/, "");
}
