import { AnswerEdit } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { anAnswer, aText } from "../testing.ts";
import { withKeyword } from "./keyword.ts";

test("words are added to an answer, and nothing else of it changes", () => {
  const answer = anAnswer(1, { keywords: ["post"], paths: ["/sale"], texts: [aText({ published: false })] });

  expect(withKeyword(answer, "gift, wrapping", "en")).toEqual({
    version: 1,
    categoryId: null,
    paths: ["/sale"],
    keywords: ["post", "gift wrapping"],
    locale: "en",
    question: "Does the Alfama run small?",
    source: "Take your usual size.",
    published: false,
  });
  expect(withKeyword(answer, "post", "pt")?.keywords).toEqual(["post"]);
});

test("long words are cut where one ends, to what the protocol takes", () => {
  const edit = withKeyword(anAnswer(1), "can you wrap it as a gift for my mother who lives in another country", "en");

  expect(edit?.keywords).toEqual(["can you wrap it as a gift for my mother who lives in another"]);
  expect(AnswerEdit.safeParse(edit).success).toBe(true);
  expect(AnswerEdit.safeParse(withKeyword(anAnswer(1), "x".repeat(200), "en")).success).toBe(true);
});
