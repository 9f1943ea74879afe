const MAX_LENGTH = 80;
/** Of an id, where a question has neither letters nor digits. */
const ID_LENGTH = 8;

/** Names of pages in one language of a site, no two of them alike. */
export class Slugs {
  readonly #taken: Set<string>;
  /** The number that is tried next for a name: of thousands with the same one, none tries them all again. */
  readonly #next = new Map<string, number>();

  /** @param taken those that answers have already */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /**
   * What stands for a question in the address of its page: its letters and digits in lower case, without accents where the letters
   * are Latin, the words joined by `-`. Where another answer has it, a number follows.
   *
   * @param own what the answer has already
   */
  give(question: string, id: string, own?: string): string {
    const slug = cut(wordsOf(question).join("-"), MAX_LENGTH) || id.slice(0, ID_LENGTH);
    const isFree = (name: string) => name === own || !this.#taken.has(name);
    let free = slug;
    if (!isFree(free)) {
      let number = this.#next.get(slug) ?? 2;
      while (!isFree(numbered(slug, number))) number += 1;
      this.#next.set(slug, number + 1);
      free = numbered(slug, number);
    }
    this.#taken.add(free);
    return free;
  }
}

function numbered(slug: string, number: number): string {
  const ending = `-${number}`;
  return cut(slug, MAX_LENGTH - ending.length) + ending;
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
