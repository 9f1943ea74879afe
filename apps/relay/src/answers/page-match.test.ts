import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { forPage, patternOf } from "./page-match.ts";

afterEach(() => vi.restoreAllMocks());

interface Answer {
  readonly id: string;
  readonly paths: readonly string[];
}

const patternsOf = (answers: readonly Answer[]) =>
  new Map(answers.map(({ id, paths }) => [id, paths.map((path) => patternOf(path))]));
const ranked = (answers: readonly Answer[], path: string) =>
  forPage(answers, patternsOf(answers), path).map(({ id }) => id);
const anAnswer = (id: string, ...paths: string[]): Answer => ({ id, paths });
const names = (pattern: string, path: string) =>
  ranked([anAnswer("other"), anAnswer("asked", pattern)], path)[0] === "asked";

test.each([
  ["/shoes/alfama", "/shoes/alfama"],
  ["/shoes/alfama", "/shoes/alfama/"],
  ["/shoes/alfama/", "/shoes/alfama?size=38#reviews"],
  ["/shoes/*", "/shoes/alfama"],
  ["/*/alfama", "/shoes/alfama"],
  ["/shoes/sintra-*", "/shoes/sintra-boot"],
  ["/shoes/*-boot", "/shoes/sintra-high-boot"],
  ["/shoes/**", "/shoes/women/sale/alfama"],
  ["/shoes/**", "/shoes"],
  ["/**/alfama", "/pt/shoes/alfama"],
  ["/**", "/"],
  ["/", "/"],
  ["/sapatos/são-bento", "/sapatos/s%C3%A3o-bento"],
  ["/100%", "/100%"],
])("%s names %s", (pattern, path) => {
  expect(names(pattern, path)).toBe(true);
});

test.each([
  ["/shoes/alfama", "/shoes/alfama/reviews"],
  ["/shoes/alfama", "/Shoes/alfama"],
  ["/shoes/*", "/shoes"],
  ["/shoes/*", "/shoes/women/alfama"],
  ["/shoes", "/shoes-sale"],
  ["/*/alfama", "/pt/shoes/alfama"],
  ["/", "/shoes"],
  ["/sh.es", "/shoes"],
  ["/**/alfama", "/shoes/alfama/reviews"],
  ["/shoes/al*lfama", "/shoes/alfama"],
  ["/shoes/*a*a*a", "/shoes/alfam"],
])("%s does not name %s", (pattern, path) => {
  expect(names(pattern, path)).toBe(false);
});

test("what names the page most exactly comes first, and what names it not at all keeps its order behind", () => {
  const answers = [
    anAnswer("about nothing"),
    anAnswer("about everything", "/**"),
    anAnswer("about bags", "/bags/*"),
    anAnswer("about shoes", "/bags/*", "/shoes/*"),
    anAnswer("about the Alfama", "/shoes/**", "/shoes/alfama"),
    anAnswer("about all that is an Alfama", "/shoes/alf*"),
  ];

  expect(ranked(answers, "/shoes/alfama")).toEqual([
    "about the Alfama",
    "about all that is an Alfama",
    "about shoes",
    "about everything",
    "about nothing",
    "about bags",
  ]);
});

test("a star stands for any letters of a step", () => {
  const piece = fc.stringMatching(/^[ab]{0,2}$/);
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.stringMatching(/^[ab]{1,8}$/), (pieces, step) => {
      fc.pre(pieces.join("*") !== "**");
      const pattern = new RegExp(`^${pieces.join(".*")}$`);
      expect(names(`/x/${pieces.join("*")}`, `/x/${step}`)).toBe(pattern.test(step));
    }),
  );
});

test("a path of the worst kind is looked at once for each star and letter, not for each way to divide it", () => {
  const pattern = `/${"*a".repeat(90)}`;
  expect(names(pattern, `/${"a".repeat(1_990)}b`)).toBe(false);
  expect(names(`/**${"/*/**".repeat(30)}/x`, "/a".repeat(1_000))).toBe(false);
  expect(names("/**", "/".repeat(100_000))).toBe(true);
});

test("whoever asks for a page has its path taken apart once and not by each pattern, and only as deep as shops are", () => {
  const answers = Array.from({ length: 500 }, (_, n) => anAnswer(String(n), `/shoes/${n}`, `/**/sale-${n}-*`));
  const patterns = patternsOf(answers);
  const decode = vi.spyOn(globalThis, "decodeURIComponent");
  const split = vi.spyOn(String.prototype, "split");

  expect(forPage(answers, patterns, "/shoes/7")[0]?.id).toBe("7");
  expect(split.mock.calls.length).toBeLessThan(10);
  forPage(answers, patterns, "/a".repeat(1_000));

  expect(decode.mock.calls.length).toBeLessThan(50);
});
