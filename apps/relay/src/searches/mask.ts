/** A text without what tells who wrote it. */
export interface Masked {
  readonly text: string;
  /** How many details were taken out. */
  readonly masked: number;
}

/** Stands in all languages for what was taken out. */
const GONE = "…";

/** Each begins where what it matches can only begin once, so that no text takes longer than its length. */
const DETAILS: readonly (readonly [RegExp, (detail: string) => string])[] = [
  [/(?<![\p{L}\p{N}])https?:\/\/[^\s<>]+/giu, addressWithoutSecrets],
  [/(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}][\p{L}\p{N}.-]*/gu, () => GONE],
  [/(?<![\p{L}\p{N}])[A-Z]{2}\p{Nd}{2}(?: ?[A-Z\p{Nd}]{4}){2,7}(?: ?[A-Z\p{Nd}]{1,4})?(?![\p{L}\p{N}])/gu, () => GONE],
  [/(?<!\p{Nd}[ ./-]?)[+(0](?:[ ()./-]{0,3}\p{Nd})+/gu, numberDialled],
  [/(?<!\p{Nd})\p{Nd}+(?:[ ./-]\p{Nd}+)*/gu, numberWritten],
];

/** Takes out e-mail addresses, telephone numbers, numbers of cards, accounts and orders, and the keys in web addresses. */
export function mask(text: string): Masked {
  let masked = 0;
  const without = DETAILS.reduce(
    (rest, [pattern, hide]) =>
      rest.replace(pattern, (detail) => {
        const hidden = hide(detail);
        if (hidden !== detail) masked += 1;
        return hidden;
      }),
    text,
  );
  return { text: without, masked };
}

/** Takes out the parts of these names, wherever they stand as words. */
export function maskNames(text: string, names: readonly string[]): Masked {
  const parts = new Set(names.flatMap((name) => wordsOf(name)).filter((part) => part.length > 1));
  let masked = 0;
  const without = text.replace(WORD, (word) => {
    if (!parts.has(word.toLowerCase())) return word;
    masked += 1;
    return GONE;
  });
  return { text: without, masked };
}

const WORD = /[\p{L}\p{M}]+/gu;

function wordsOf(name: string): string[] {
  return (name.match(WORD) ?? []).map((word) => word.toLowerCase());
}

/** What follows the page in an address, and what in it looks drawn by lot, opens something to whoever has it. */
function addressWithoutSecrets(address: string): string {
  return address.replace(/[?#].*$/s, (rest) => rest.charAt(0) + GONE).replace(/(?<=\/)[^/]+/g, hideKey);
}

const KEY_LENGTH = 20;

function hideKey(step: string): string {
  return step.length >= KEY_LENGTH && /\p{Nd}/u.test(step) ? GONE : step;
}

/** A telephone number has six digits at least; whatever is less is a price or a size. */
function numberDialled(text: string): string {
  return digitsIn(text) < 6 ? text : GONE;
}

/** An order has a number of five digits in a row; in groups, numbers of telephones and cards have more, and sizes and dates less. */
function numberWritten(text: string): string {
  const groups = text.match(/\p{Nd}+/gu) ?? [];
  const isLong = groups.some((group) => group.length >= 5);
  const isGrouped = groups.length > 1 && digitsIn(text) >= (groups.every((group) => group.length >= 3) ? 6 : 9);
  return isLong || isGrouped ? GONE : text;
}

function digitsIn(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}
