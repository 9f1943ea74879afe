/** One text, or one for each plural form that the language has. `{name}` is a slot. */
export type Phrase = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type Catalogue = Readonly<Record<string, Phrase>>;

type SlotsOf<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;
type SlotName<P> = P extends string ? SlotsOf<P> : P extends { other: infer Text } ? SlotsOf<Text> | "count" : never;
/** What must be said to fill a phrase; a plural phrase always needs its `count`. */
export type Slots<P> = { [Name in SlotName<P>]: Name extends "count" ? number : string | number };
type SlotsIfAny<P> = [SlotName<P>] extends [never] ? [] : [Slots<P>];

/** Says a phrase. One with slots does not compile without them. */
export type Speak = <const P extends Phrase>(phrase: P, ...slots: SlotsIfAny<P>) => string;

/** Says the phrase of a key. A phrase with slots does not compile without them. */
export type Translate<C> = <Key extends keyof C>(key: Key, ...slots: SlotsIfAny<C[Key]>) => string;

/** Says a phrase whose slots have been checked. */
function filler(locale: string): (phrase: Phrase, values?: Readonly<Record<string, string | number>>) => string {
  const rules = new Intl.PluralRules(locale);
  return (phrase, values = {}) => {
    const text = typeof phrase === "string" ? phrase : (phrase[rules.select(Number(values["count"]))] ?? phrase.other);
    return text.replace(/\{(\w+)\}/g, (slot, name: string) => `${values[name] ?? slot}`);
  };
}

/**
 * Gives the `t()` of code that has its phrases at hand.
 *
 * @param locale BCP 47 tag that chooses the plural form
 */
export const speaker: (locale: string) => Speak = filler;

/**
 * Gives the `t()` of a catalogue. A key that the catalogue lacks is said in the fallback's words, never left empty.
 *
 * @param locale BCP 47 tag that chooses the plural form
 * @param fallback the complete catalogue; its keys and slots are the types
 */
export function translator<const C extends Catalogue>(
  locale: string,
  fallback: C,
  catalogue: { readonly [Key in keyof C]?: Phrase } = fallback,
): Translate<C> {
  const say = filler(locale);
  return (key, ...slots) => say(catalogue[key] ?? fallback[key] ?? "", ...slots);
}
