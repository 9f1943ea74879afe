import type { Category } from "@shopbell/protocol/types";

/** With the names that were typed, and without those that were left empty. */
export function named(category: Category): Category {
  const names = Object.entries(category.names).map(([locale, name]) => [locale, name.trim()] as const);
  return { ...category, names: Object.fromEntries(names.filter(([, name]) => name !== "")) };
}
