import { globSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

/**
 * The custom properties of `tokens` that `css` uses, directly or through another one, as one rule of a shadow root.
 *
 * @param known what another style sheet of the same root has already
 */
export function pruneTokens(tokens: string, css: string, known = ""): string {
  const plain = tokens.replaceAll(/\/\*.*?\*\//gs, "");
  const [always = "", reduced = ""] = plain.split("@media");
  const values = new Map(declarations(always));
  const used = closure(css, values);
  const has = closure(known, values);
  const kept = ([name]: [string, string]): boolean => used.has(name) && !has.has(name) && name !== "--sb-accent";
  const rule = (from: string): string =>
    `:host{${declarations(from)
      .filter(kept)
      .map((declaration) => declaration.join(":"))
      .join(";")}}`;
  return `${rule(always)}@media(prefers-reduced-motion:reduce){${rule(reduced)}}`;
}

function declarations(css: string): [string, string][] {
  return Array.from(css.matchAll(/(--sb-[\w-]+):([^;]+);/g), ([, name = "", value = ""]) => [name, value.trim()]);
}

/** The names in a text, and in the values of those names. */
function closure(css: string, values: ReadonlyMap<string, string>, found = new Set<string>()): Set<string> {
  for (const [name] of css.matchAll(/--sb-[\w-]+/g)) {
    if (found.has(name)) continue;
    found.add(name);
    closure(values.get(name) ?? "", values, found);
  }
  return found;
}

/**
 * Every visitor pays for the tokens: each bundle gets those that its own style sheets use.
 *
 * @param sheets where they are
 * @param known where the style sheets are that are always there first
 */
export function tokensPlugin(sheets: string, known?: string): Plugin {
  const read = (pattern: string): string =>
    globSync(pattern)
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
  return {
    name: "shopbell:tokens",
    enforce: "pre",
    transform: (code, id) =>
      id.includes("/tokens.css") ? pruneTokens(code, read(sheets), known && read(known)) : null,
  };
}
