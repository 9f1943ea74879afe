import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A style sheet that some of our pages share, apart from the shop's colour. */
export interface StyleSheet {
  readonly path: string;
  readonly css: string;
  /** Follows from what is in it: an address with it never means anything else. */
  readonly version: string;
}

/** Of what belongs to one person: requests, and the contact page. */
export const PAGE_STYLE = styleSheet("/page.css", [
  "page-tokens.css",
  "page.css",
  "page-request.css",
  "page-quoted.css",
]);
/** Of the help centre. */
export const HELP_STYLE = styleSheet("/help.css", [
  "page-tokens.css",
  "page.css",
  "page-help.css",
  "page-help-home.css",
  "page-answer.css",
  "page-asked.css",
  "page-lists.css",
  "page-order.css",
  "page-print.css",
]);

export const OUR_COLOR = "#1d4f9f";

/** The path of a sheet in a shop's colour; null is ours. */
export function stylePath({ path, version }: StyleSheet, color: string | null): string {
  return `${path}?v=${version}&accent=${(color ?? OUR_COLOR).slice(1)}`;
}

/** A colour as addresses carry it, without its #; ours where it is none. */
export function colorIn(accent: string | undefined): string {
  return /^[0-9a-f]{6}$/i.test(accent ?? "") ? `#${accent}` : OUR_COLOR;
}

/** A sheet in a shop's colour. */
export function styledWith({ css }: StyleSheet, color: string): string {
  return `${css}\n:root { --sb-accent: ${color}; }\n`;
}

function styleSheet(path: string, files: readonly string[]): StyleSheet {
  const css = files.map((file) => readFileSync(new URL(file, import.meta.url), "utf8")).join("\n");
  return { path, css, version: createHash("sha256").update(css).digest("base64url").slice(0, 16) };
}
