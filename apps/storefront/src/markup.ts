/** Text that is HTML already. Everything else is escaped when it enters a template. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

/** Puts parts into a template: text is escaped, markup is not. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return raw(String.raw({ raw: strings }, ...parts.map(toHtml)));
}

/** Vouches that a text is HTML. */
export function raw(markup: string): Markup {
  return { markup };
}

export const NOTHING = raw("");

function toHtml(part: Part): string {
  if (typeof part === "string" || typeof part === "number") return escapeText(String(part));
  return "markup" in part ? part.markup : part.map(toHtml).join("\n");
}

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES.get(sign) ?? sign);
}
