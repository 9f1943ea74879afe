import { isStorable } from "@shopbell/protocol";
import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import { type Html, html } from "../http/html.ts";
import type { Tongue } from "./tongue.ts";

/** What was wrong with a form, said beside the field, or above the form where no field is to blame. */
export type FormFaults<Field extends string> = { readonly [F in Field | "form"]?: string };

/** A text as it was meant: forms send CRLF, and spaces around it are nobody's wish. */
export function readText(typed: string | undefined): string {
  return (typed ?? "").replace(/\r\n?/g, "\n").trim();
}

/** What is wrong with a text; undefined is nothing. */
export function textFault(text: string, { t }: Tongue): string | undefined {
  if (text === "") return t("textEmpty");
  if (text.length > MAX_TEXT_LENGTH) return t("textLong", { count: text.length - MAX_TEXT_LENGTH });
  return isStorable(text) ? undefined : t("textOdd");
}

/** What stands in the field again. */
export function keptText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

export function tooFast({ t }: Tongue, waitMs: number): string {
  return t("tooFast", { count: Math.max(1, Math.ceil(waitMs / 60_000)) });
}

/** What stands above a form. */
export function alarm(words: string | undefined): Html | false {
  return words !== undefined && html`<p class="alarm" role="alert">${words}</p>`;
}

/** What stands below a field, whose `aria-describedby` names it. */
export function faultBelow(field: string, words: string | undefined): Html | false {
  return words !== undefined && html`<p class="wrong" id="${field}-wrong">${words}</p>`;
}

/** Attributes of a field that is marked. */
export function marked(field: string, words: string | undefined): Html | false {
  return words !== undefined && html`aria-invalid="true" aria-describedby="${field}-wrong"`;
}
