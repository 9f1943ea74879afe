import { expect, test } from "vitest";
import { exactness, forPage } from "./page-match.ts";

const names = (pattern: string, path: string) => exactness(pattern, path) !== undefined;

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
])("%s does not name %s", (pattern, path) => {
  expect(names(pattern, path)).toBe(false);
});

test("what names the page most exactly comes first, and what names it not at all keeps its order behind", () => {
  const anAnswer = (id: string, ...paths: string[]) => ({ id, paths });
  const answers = [
    anAnswer("about nothing"),
    anAnswer("about everything", "/**"),
    anAnswer("about bags", "/bags/*"),
    anAnswer("about shoes", "/bags/*", "/shoes/*"),
    anAnswer("about the Alfama", "/shoes/**", "/shoes/alfama"),
    anAnswer("about all that is an Alfama", "/shoes/alf*"),
  ];

  expect(forPage(answers, "/shoes/alfama").map(({ id }) => id)).toEqual([
    "about the Alfama",
    "about all that is an Alfama",
    "about shoes",
    "about everything",
    "about nothing",
    "about bags",
  ]);
});

test("a path of the worst kind is looked at once for each star and letter, not for each way to divide it", () => {
  const pattern = `/${"*a".repeat(90)}`;
  expect(names(pattern, `/${"a".repeat(1_990)}b`)).toBe(false);
  expect(names(`/**${"/*/**".repeat(30)}/x`, "/a".repeat(1_000))).toBe(false);
  expect(names("/**", "/".repeat(100_000))).toBe(true);
});
