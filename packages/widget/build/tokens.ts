import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

/** Style sheets of the same root: they share its custom properties. */
interface Others {
  /** Is there before, with its own tokens. */
  readonly earlier?: string;
  /** Comes later, and brings no tokens. */
  readonly later?: string;
}

/**
 * A style sheet with the custom properties of `tokens` that it uses, directly or through another one. One that is used
 * only once is written where it is used.
 */
export function withTokens(tokens: string, css: string, { earlier = "", later = "" }: Others = {}): string {
  const [always = "", reduced = ""] = plain(tokens).split("@media");
  const values = declarations(always);
  const moving = declarations(reduced);
  const known = declarations(earlier);
  const kept = [...closure(css + later, values)].filter((name) => !known.has(name) && name !== "--sb-accent");
  let sheet = `${plain(css)}${rule(kept, values)}`;
  for (const name of kept)
    if (!moving.has(name) && !later.includes(`var(${name})`)) sheet = inlineOnce(sheet, name, values.get(name) ?? "");
  return kept.some((name) => moving.has(name))
    ? `${sheet}@media(prefers-reduced-motion:reduce){${rule(kept, moving)}}`
    : sheet;
}

function rule(names: readonly string[], values: ReadonlyMap<string, string>): string {
  return `:host{${names.flatMap((name) => (values.has(name) ? `${name}:${values.get(name)};` : [])).join("")}}`;
}

/** Without comments, and with no space that the minifier would leave in a custom property. */
function plain(css: string): string {
  return css.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/(?<=[(,])\s+|\s+(?=\))/g, "");
}

function declarations(css: string): Map<string, string> {
  return new Map(
    Array.from(css.matchAll(/(--sb-[\w-]+):([^;]+);/g), ([, name = "", value = ""]) => [name, value.trim()]),
  );
}

/** The names in a text, and in the values of those names, that have a value. */
function closure(css: string, values: ReadonlyMap<string, string>, found = new Set<string>()): Set<string> {
  for (const [name] of css.matchAll(/--sb-[\w-]+/g)) {
    const value = values.get(name);
    if (value === undefined || found.has(name)) continue;
    found.add(name);
    closure(value, values, found);
  }
  return found;
}

function inlineOnce(sheet: string, name: string, value: string): string {
  const [before = "", after = "", ...more] = sheet.replace(`${name}:${value};`, "").split(`var(${name})`);
  return more.length > 0 ? sheet : `${before}${value}${after}`;
}

/** Every visitor pays for the tokens: each style sheet gets those that it uses. */
export function tokensPlugin(tokens: string, sheet: string, { earlier, later }: Others = {}): Plugin {
  const all = read(tokens);
  const others = {
    ...(earlier && { earlier: withTokens(all, read(earlier)) }),
    ...(later && { later: read(later) }),
  };
  return {
    name: "shopbell:tokens",
    enforce: "pre",
    transform: (_, id) => (id.startsWith(sheet) ? withTokens(all, read(sheet), others) : null),
  };
}

/** A style sheet with those that it imports. */
function read(sheet: string): string {
  return readFileSync(sheet, "utf8").replaceAll(/@import "(.+?)";/g, (_, path: string) =>
    read(join(dirname(sheet), path)),
  );
}
