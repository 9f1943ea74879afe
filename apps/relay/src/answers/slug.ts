const MAX_LENGTH = 80;
/** Of an id, where a question has neither letters nor digits. */
const ID_LENGTH = 8;

/**
 * What stands for a question in the address of its page: its letters and digits in lower case, without accents where the letters are
 * Latin, the words joined by `-`.
 *
 * @param taken those of the site's other answers in the same language: where it is among them, a number follows
 */
export function slugOf(question: string, id: string, taken: ReadonlySet<string>): string {
  const slug = cut(wordsOf(question).join("-"), MAX_LENGTH) || id.slice(0, ID_LENGTH);
  for (let number = 2, free = slug; ; number += 1) {
    if (!taken.has(free)) return free;
    const ending = `-${number}`;
    free = cut(slug, MAX_LENGTH - ending.length) + ending;
  }
}

function wordsOf(question: string): string[] {
  const plain = question.normalize("NFD").replace(/(?<=\p{Script=Latin})\p{M}+/gu, "");
  const words = plain.normalize("NFC").toLowerCase();
  return words.match(/[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/gu) ?? [];
}

/** Never within a character, and not after the `-` that joins what is gone. */
function cut(slug: string, length: number): string {
  return slug
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/-+$/, "");
}
