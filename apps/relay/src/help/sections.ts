import type { CategoryIcon } from "@shopbell/protocol";
import type { PublishedAnswer, SiteShelf } from "../answers/answer.ts";
import { Slugs } from "../answers/slug.ts";

/** A category as a reader sees it, with its answers in their order. */
export interface Section {
  /** Null is what belongs to no category. */
  readonly id: string | null;
  readonly slug: string;
  readonly icon: CategoryIcon;
  readonly name: string;
  /** The language that the name is in. */
  readonly locale: string;
  readonly answers: readonly PublishedAnswer[];
}

/**
 * The categories of a shelf in a language, and last what belongs to none. Their places in addresses are made from their names, and
 * are different from each other.
 *
 * @param other what the last one is called, and in which language
 */
export function sectionsOf(shelf: SiteShelf, locale: string, other: Pick<Section, "name" | "locale">): Section[] {
  const answers = shelf.all(locale);
  const known = new Set(shelf.categories.map(({ id }) => id));
  const named = shelf.categories.map(({ id, icon, names }) => ({
    id,
    icon,
    ...nameIn(names, [locale, ...shelf.locales]),
    answers: answers.filter(({ categoryId }) => categoryId === id),
  }));
  const others = answers.filter(({ categoryId }) => categoryId === null || !known.has(categoryId));
  const last = { id: null, icon: "question" as const, ...other, answers: others };
  return withSlugs([...named, last].filter((section) => section.answers.length > 0));
}

/** In the first of these languages that it has a name in, or in another one of the same language. */
function nameIn(names: Readonly<Record<string, string>>, locales: readonly string[]): { name: string; locale: string } {
  const languageOf = (tag: string) => tag.split("-")[0];
  for (const wanted of locales) {
    const same = Object.keys(names).find((locale) => languageOf(locale) === languageOf(wanted));
    const locale = Object.hasOwn(names, wanted) ? wanted : same;
    const name = locale && names[locale];
    if (locale && name) return { name, locale };
  }
  const [[locale, name] = ["", ""]] = Object.entries(names);
  return { name, locale };
}

/** Of what has no name in letters and belongs to no category. */
const OTHER = "other";

function withSlugs(sections: readonly Omit<Section, "slug">[]): Section[] {
  const slugs = new Slugs([]);
  return sections.map((section) => ({ ...section, slug: slugs.give(section.name, section.id ?? OTHER) }));
}
