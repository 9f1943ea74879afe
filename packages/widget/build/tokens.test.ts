import { expect, test } from "vitest";
import { withTokens } from "./tokens.ts";

const TOKENS = `:root, :host { --sb-a: 1px; --sb-b: var(--sb-a); --sb-c: 3px; --sb-fast: 90ms; }
@media (prefers-reduced-motion: reduce) { :root, :host { --sb-fast: 0ms; } }`;

const TWICE = ".x{width:var(--sb-b);height:var(--sb-b);top:var(--sb-a)}";

test("a token is kept where a style sheet uses it, directly or through another one", () => {
  expect(withTokens(TOKENS, TWICE)).toBe(`${TWICE}:host{--sb-b:var(--sb-a);--sb-a:1px;}`);
});

test("a token that is used once is written where it is used", () => {
  expect(withTokens(TOKENS, ".x{width:var(--sb-b)}")).toBe(".x{width:1px}:host{}");
});

test("a token that the root has already is not said again", () => {
  const earlier = ":host{--sb-a:1px;}";

  expect(withTokens(TOKENS, TWICE, { earlier })).toBe(`${TWICE}:host{--sb-b:var(--sb-a);}`);
});

test("a token is kept for a style sheet that comes later", () => {
  expect(withTokens(TOKENS, "", { later: ".y{top:var(--sb-c)}" })).toBe(":host{--sb-c:3px;}");
});

test("what moves stands still where the visitor wants less motion", () => {
  expect(withTokens(TOKENS, ".x{transition:top var(--sb-fast)}")).toMatch(/--sb-fast:90ms.*reduce.*--sb-fast:0ms/);
});
