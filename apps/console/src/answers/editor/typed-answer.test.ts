import { AnswerEdit } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { anAnswer } from "../testing.ts";
import { afterSaving, sameTyped } from "./same-typed.ts";
import {
  editOf,
  faultsOf,
  keywordsIn,
  NO_FAULTS,
  pathsIn,
  type TypedFaults,
  typedOf,
  withText,
} from "./typed-answer.ts";

const STORED = anAnswer(1, { paths: ["/shoes/*", "/sale"], keywords: ["fit", "too small"] });

test("an answer that nobody touched is sent as it is stored, and the protocol takes it", () => {
  const edit = editOf(typedOf(STORED), STORED.version, "en", true);

  expect(AnswerEdit.parse(edit)).toEqual({
    version: 1,
    locale: "en",
    question: "Question 1?",
    source: "Take your usual size.",
    published: true,
    categoryId: null,
    paths: ["/shoes/*", "/sale"],
    keywords: ["fit", "too small"],
  });
  expect(faultsOf(edit)).toEqual(NO_FAULTS);
});

test("a copied address becomes its path; keywords are parted by commas and lines", () => {
  expect(pathsIn("https://shop.example/shoes/alfama?size=43#buy\n\n /sale ")).toEqual(["/shoes/alfama", "/sale"]);
  expect(keywordsIn("post, courier\n\n DHL;")).toEqual(["post", "courier", "DHL"]);
});

test("a draft may lack its text, what is published may not, and nothing lacks its question", () => {
  const untitled = editOf(typedOf(null), 0, "en", true);

  expect(faultsOf(untitled)).toMatchObject({ question: expect.any(String), source: expect.any(String) });
  expect(faultsOf({ ...untitled, question: "Why?", published: false })).toEqual(NO_FAULTS);
});

const REFUSED: [keyof TypedFaults, Partial<AnswerEdit>][] = [
  ["paths", { paths: ["shoes"] }],
  ["paths", { paths: ["/a b"] }],
  ["paths", { paths: Array.from({ length: 21 }, () => "/a") }],
  ["keywords", { keywords: ["x".repeat(61)] }],
  ["keywords", { keywords: Array.from({ length: 51 }, () => "x") }],
];

test.each(REFUSED)("what the protocol refuses is said beside its field: %s %j", (field, wrong) => {
  const edit = { ...editOf(typedOf(STORED), 1, "en", true), ...wrong };

  expect(AnswerEdit.safeParse(edit).success).toBe(false);
  expect(faultsOf(edit)[field]).toEqual(expect.any(String));
});

test("saving one language leaves what was typed in another one unsaved", () => {
  const typed = withText(withText(typedOf(STORED), "en", { question: " Changed? " }), "pt", { question: "Mudou?" });
  const saved = anAnswer(1, {
    ...STORED,
    version: 2,
    texts: STORED.texts.map((text) => ({ ...text, question: "Changed?" })),
  });

  const then = afterSaving(typed, "en", saved);

  expect(then.texts["en"]?.question).toBe("Changed?");
  expect(then.texts["pt"]?.question).toBe("Mudou?");
  expect(sameTyped(then, typedOf(saved))).toBe(false);
  expect(sameTyped(withText(then, "pt", { question: "" }), typedOf(saved))).toBe(true);
});
