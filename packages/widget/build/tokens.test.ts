import { expect, test } from "vitest";
import { pruneTokens } from "./tokens.ts";

const TOKENS = `:root, :host { --sb-a: 1px; --sb-b: var(--sb-a); --sb-c: 3px; --sb-fast: 90ms; }
@media (prefers-reduced-motion: reduce) { :root, :host { --sb-fast: 0ms; } }`;

test("a token is kept where a style sheet uses it, directly or through another one", () => {
  expect(pruneTokens(TOKENS, ".x { width: var(--sb-b) }")).toContain(":host{--sb-a:1px;--sb-b:var(--sb-a)}");
});

test("a token that the root has already is not said again", () => {
  expect(pruneTokens(TOKENS, ".x { width: var(--sb-b) }", ".y { width: var(--sb-a) }")).toContain(
    ":host{--sb-b:var(--sb-a)}",
  );
});

test("what moves stands still where the visitor wants less motion", () => {
  expect(pruneTokens(TOKENS, ".x { transition: top var(--sb-fast) }")).toMatch(/--sb-fast:90ms.*reduce.*--sb-fast:0ms/);
});
