/** One text, or one for each plural form that the language has. `{name}` is a slot. */
export type Phrase = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type Catalogue = Readonly<Record<string, Phrase>>;

type SlotsOf<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;
type SlotName<P> = P extends string ? SlotsOf<P> : P extends { other: infer Text } ? SlotsOf<Text> | "count" : never;
/** What must be said to fill a phrase; a plural phrase always needs its `count`. */
export type Slots<P> = { [Name in SlotName<P>]: Name extends "count" ? number : string | number };

/** Says the phrase of a key. A phrase with slots does not compile without them. */
export type Translate<C> = <Key extends keyof C>(
  key: Key,
  ...slots: [SlotName<C[Key]>] extends [never] ? [] : [Slots<C[Key]>]
) => string;

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
  const rules = new Intl.PluralRules(locale);
  return (key, ...[slots]) => {
    const phrase: Phrase = catalogue[key] ?? fallback[key] ?? "";
    const values: { count?: number; [slot: string]: string | number | undefined } = slots ?? {};
    const text = typeof phrase === "string" ? phrase : (phrase[rules.select(Number(values.count))] ?? phrase.other);
    return text.replace(/\{(\w+)\}/g, (slot, name: string) => `${values[name] ?? slot}`);
  };
}
