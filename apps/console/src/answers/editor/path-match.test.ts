import { expect, test } from "vitest";
import { pathMatches } from "./path-match.ts";

test.each([
  ["/shoes/alfama", "/shoes/alfama/", true],
  ["/shoes/alfama", "/shoes/alfama/blue", false],
  ["/shoes/*", "/shoes/alfama", true],
  ["/shoes/*", "/shoes/alfama/blue", false],
  ["/shoes/*", "/shoes", false],
  ["/shoes/**", "/shoes/alfama/blue", true],
  ["/shoes/**", "/shoes", true],
  ["/*/sale", "/men/sale", true],
  ["/shoes/al*", "/shoes/alfama", true],
  ["/shoes/a.b", "/shoes/axb", false],
  ["/café", "/caf%C3%A9", true],
  ["/100%", "/100%", true],
])("%s and the page %s: %s", (pattern, path, matches) => {
  expect(pathMatches(pattern, path)).toBe(matches);
});
