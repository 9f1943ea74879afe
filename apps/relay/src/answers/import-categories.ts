import type { Category } from "@shopbell/protocol";

/** As many as the console takes. */
export const MAX_CATEGORIES = 30;

/** A site's categories while answers are brought that name them. */
export class CategoryNames {
  #categories: readonly Category[];
  readonly #before: readonly Category[];

  constructor(categories: readonly Category[]) {
    this.#categories = categories;
    this.#before = categories;
  }

  get all(): readonly Category[] {
    return this.#categories;
  }

  get hasChanged(): boolean {
    return this.#categories !== this.#before;
  }

  get hasTooMany(): boolean {
    return this.#categories.length > MAX_CATEGORIES;
  }

  /**
   * Which category is meant by a name. One that nobody has is the answer's own in a language that it had no name in, or else a new
   * category.
   *
   * @param current of the answer, which is meant where several have the name
   * @param newId minted for a new one
   */
  idOf(name: string, locale: string, current: string | null, newId: () => string): string {
    const named = this.#named(name, locale);
    const own = this.#categories.find(({ id }) => id === current);
    const known = named.find(({ id }) => id === current) ?? named[0];
    if (known) return known.id;
    if (own && own.names[locale] === undefined) return this.#rename(own, locale, name);
    if (this.hasTooMany) return newId(); // nothing of it is stored: thousands need not be kept
    const added: Category = { id: newId(), icon: "question", names: { [locale]: name } };
    this.#categories = [...this.#categories, added];
    return added.id;
  }

  /** Those that have it in this language, or else in another one. */
  #named(name: string, locale: string): readonly Category[] {
    const here = this.#categories.filter(({ names }) => names[locale] === name);
    return here.length > 0 ? here : this.#categories.filter(({ names }) => Object.values(names).includes(name));
  }

  #rename(category: Category, locale: string, name: string): string {
    const renamed = { ...category, names: { ...category.names, [locale]: name } };
    this.#categories = this.#categories.map((each) => (each === category ? renamed : each));
    return category.id;
  }
}
