import type { CategoryIcon } from "@shopbell/protocol";

/** What the demo shop answers, in its two languages. */
interface DemoAnswer {
  readonly id: string;
  readonly paths: readonly string[];
  readonly keywords: readonly string[];
  readonly texts: Readonly<Record<"en" | "pt", { readonly question: string; readonly source: string }>>;
}

export interface DemoCategory {
  readonly id: string;
  readonly icon: CategoryIcon;
  readonly names: Readonly<Record<"en" | "pt", string>>;
  readonly answers: readonly DemoAnswer[];
}

/** The same at every first start, so that what is linked today is found tomorrow. */
export function idOf(category: number, answer: number): string {
  return `5b0be11a-0000-4000-8000-0000000${String(category).padStart(2, "0")}${String(answer).padStart(3, "0")}`;
}

/** The demo shop's pages of single shoes. */
export const SHOE_PAGES: readonly string[] = ["/men/*/", "/women/*/"];
