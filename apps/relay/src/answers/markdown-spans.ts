import type { Span } from "@shopbell/protocol";
import type { Token } from "markdown-it";
import { safeLink } from "./markdown-link.ts";

type Style = Omit<Span, "text">;

const PLAIN: Style = {};

/** The runs of text that a paragraph's tokens say. Pictures are what is said in their place; a line's end stays one. */
export function spansOf(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  const styles: Style[] = [PLAIN];
  for (const token of tokens) {
    const style = styles.at(-1) ?? PLAIN;
    if (token.nesting === 1) styles.push({ ...style, ...addedBy(token) });
    else if (token.nesting === -1) styles.pop();
    else addText(spans, textOf(token), token.type === "code_inline" ? { ...style, code: true } : style);
  }
  return spans;
}

function addedBy(token: Token): Style {
  if (token.type === "strong_open") return { bold: true };
  if (token.type === "em_open") return { italic: true };
  const href = safeLink(String(token.attrGet("href")));
  return href === undefined ? PLAIN : { href };
}

function textOf({ type, content, children }: Token): string {
  if (type === "softbreak" || type === "hardbreak") return "\n";
  return type === "image" ? (children ?? []).map(textOf).join("") : content;
}

/** Adds to the last run where that looks the same. */
function addText(spans: Span[], text: string, style: Style): void {
  if (text === "") return;
  const last = spans.at(-1);
  if (last && looksLike(last, style)) last.text += text;
  else spans.push({ text, ...style });
}

function looksLike(a: Style, b: Style): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.href === b.href;
}
