import type { CategoryIcon } from "@shopbell/protocol";

/** For tests: what a shop has published, as it is stored. */
export interface ShoeAnswer {
  readonly id: string;
  readonly category: string | null;
  readonly texts: Readonly<
    Record<string, { readonly slug: string; readonly question: string; readonly source: string }>
  >;
}

export interface ShoeCategory {
  readonly id: string;
  readonly icon: CategoryIcon;
  readonly names: Readonly<Record<string, string>>;
}

export function anId(number: number): string {
  return `5b0be11a-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

const RETURNS = anId(1);
export const DELIVERY = anId(2);

export const CATEGORIES: readonly ShoeCategory[] = [
  { id: RETURNS, icon: "undo", names: { en: "Exchange and return", pt: "Trocas e devoluções" } },
  { id: DELIVERY, icon: "truck", names: { en: "Delivery" } },
];

export const WORN = anId(11);
const WORN_TEXT = `Yes, once, within 30 days, if you wore them **indoors**.

## What we look at

- The sole: clean, without scratches from stone.
- The heel lining: no wear.

## How it goes

1. Write to us with the order number.
2. Hand the shoes in at any [CTT point](https://ctt.example/points).

A seam that fails is another matter.`;

/** Two languages, five questions about delivery of which one is in Portuguese alone, and one that is in no category. */
export const ANSWERS: readonly ShoeAnswer[] = [
  {
    id: WORN,
    category: RETURNS,
    texts: {
      en: { slug: "can-i-exchange-a-worn-pair", question: "Can I exchange a worn pair?", source: WORN_TEXT },
      pt: { slug: "posso-trocar", question: "Posso trocar um par usado?", source: "Sim, uma vez, em 30 dias." },
    },
  },
  english(12, DELIVERY, "How long is delivery to Romania?", "Three to five working days with CTT Expresso."),
  english(13, DELIVERY, "Do you ship to Japan?", "Yes, by air, in a week."),
  english(14, DELIVERY, "Can I change the delivery address?", "Until we have packed it."),
  english(15, DELIVERY, "What do customs cost?", "Nothing within the European Union."),
  {
    id: anId(16),
    category: DELIVERY,
    texts: { pt: { slug: "entrega-acores", question: "Entregam nos Açores?", source: "Sim, em sete dias." } },
  },
  english(17, null, "Do you repair other people's shoes?", "Only our own."),
];

/** One that is in English alone. */
export function english(number: number, category: string | null, question: string, source: string): ShoeAnswer {
  const slug = question
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/-$/, "");
  return { id: anId(number), category, texts: { en: { slug, question, source } } };
}
