/** A piece of a text: words, or an address that is safe to follow. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

// An address ends at white space, at quotes and brackets that no address has, and at the invisible characters with which
// a text can be made to show another address than it leads to.
const ADDRESS = /\bhttps?:\/\/[^\s<>"`\\\p{Cf}]+/giu;
const TRAILING = ".,:;!?'…)]}»”’*_";

/** Finds the web addresses in a text. Takes time in proportion to the text's length, whatever the text is. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(match);
    const href = safeHref(address);
    if (!href) continue;
    if (index > done) pieces.push({ text: text.slice(done, index) });
    pieces.push({ text: address, href });
    done = index + address.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}

/** Punctuation at the end belongs to the sentence, except a bracket that was opened inside the address. */
function withoutTrailing(address: string): string {
  let balance = 0;
  for (const character of address) {
    if (character === "(") balance++;
    if (character === ")") balance--;
  }
  let end = address.length;
  while (end > 0 && TRAILING.includes(address.charAt(end - 1))) {
    if (address[end - 1] === ")" && balance++ >= 0) break;
    end--;
  }
  return address.slice(0, end);
}

/** Where an address leads; null for one that pretends: `https://shop.example@evil.example` does not lead to the shop. */
function safeHref(address: string): string | null {
  const url = URL.canParse(address) && new URL(address);
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
}
