import * as z from "zod";
import { MAX_TEXT_LENGTH } from "./limits.ts";

/** True when a text survives every database and browser unchanged: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** What a person typed: trimmed, not empty, at most MAX_TEXT_LENGTH code units. */
export const Text = z.string().max(MAX_TEXT_LENGTH).refine(isStorable, "has NUL or a lone surrogate").trim().min(1);
/** A name of a person or a shop, on one line. */
export const Name = z.string().max(80).refine(isStorable, "has NUL or a lone surrogate").trim().min(1);

/** The shop page that a visitor is on. Shown to agents as text, never followed. */
export const Page = z.object({
  url: z.string().max(2_000).refine(isStorable),
  title: z.string().max(300).refine(isStorable),
});
export type Page = z.infer<typeof Page>;
