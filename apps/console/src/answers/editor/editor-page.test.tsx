// @vitest-environment happy-dom
import { aConversationId } from "@shopbell/protocol/testing";
import type { Learning, WrittenAnswer } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { button, press, the, typeInto } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";
import { anAnswer, anAnswerId, aText } from "../testing.ts";
import { aShelf, edits, ONE, questionBox, SITE, textBox } from "./testing.ts";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const FROM = aConversationId(7);
const DRAFT = { siteKey: "lisboa-shoes", locale: "en", question: "Do you wrap gifts?", source: "We do.", masked: 2 };

/** Any answer is saved, under whichever id the page minted for it. */
function saves(stored: WrittenAnswer) {
  vi.spyOn(crypto, "getRandomValues").mockImplementation((bytes) => bytes);
  return { [`PUT ${SITE}/answers/${anAnswerId(0)}`]: () => stored };
}

afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

test("a reply from a chat is published by one click, and leads back to the chat", async () => {
  const published = anAnswer(0, { texts: [aText({ question: DRAFT.question, slug: "do-you-wrap-gifts" })] });
  const sent = await visit(`/answers/new?site=lisboa-shoes&from=${FROM}&seq=4`, {
    ...aShelf().reads,
    ...saves(published),
    [`GET /v1/agent/conversations/${FROM}/answer-draft?seq=4`]: () => DRAFT,
  });
  await settled(() => expect(questionBox().value).toBe("Do you wrap gifts?"));
  expect(document.activeElement).toBe(questionBox());
  expect(document.body.textContent).toContain("2 personal details were masked");

  button("Publish").focus();
  await click(button("Publish"));

  await settled(() => expect(the("[data-look=done]").textContent).toContain("Published"));
  expect(edits(sent)).toMatchObject([{ version: 0, locale: "en", source: "We do.", published: true }]);
  expect(the("[data-look=done] a[target]").getAttribute("href")).toBe("/help/lisboa-shoes/en/a/do-you-wrap-gifts");
  expect(the("[data-look=done] a[href*='open=']").getAttribute("href")).toContain(FROM);
  expect(location.pathname).toBe(`/answers/${anAnswerId(0)}`);
  expect(document.activeElement).toBe(button("Save English"));
});

test("what the chat had been searched for in vain is dealt with too", async () => {
  const searched = { locale: "en", times: 1, lastAt: 1_000 };
  const learning: Learning = {
    ...{ searches: 3, down: [], saved: { total: 0, answers: [] } },
    missing: [
      { ...searched, words: "wrapping", conversation: { id: FROM, number: 7 } },
      { ...searched, words: "mars", conversation: { id: aConversationId(8), number: 8 } },
    ],
    chats: [{ ...searched, words: "gifts", conversation: { id: FROM, number: 7 } }],
  };
  const sent = await visit(`/answers/new?site=lisboa-shoes&from=${FROM}&seq=4`, {
    ...aShelf().reads,
    ...saves(anAnswer(0)),
    [`GET /v1/agent/conversations/${FROM}/answer-draft?seq=4`]: () => DRAFT,
    [`GET ${SITE}/learning?days=90`]: () => learning,
  });
  await settled(() => expect(questionBox().value).toBe("Do you wrap gifts?"));

  await click(button("Publish"));

  const words = () => sent.filter(({ asked }) => asked === `POST ${SITE}/learning/done`).map(({ body }) => body);
  await settled(() =>
    expect(words()).toEqual([
      { words: "wrapping", locale: "en" },
      { words: "gifts", locale: "en" },
    ]),
  );
});

test("words that were searched in vain are the question, and are dealt with once it is published", async () => {
  const published = anAnswer(0, { texts: [aText({ question: "gift wrapping" })] });
  const sent = await visit("/answers/new?question=gift%20wrapping&locale=en", {
    ...aShelf().reads,
    ...saves(published),
  });
  await settled(() => expect(questionBox().value).toBe("gift wrapping"));

  typeInto(textBox(), "We do.");
  await click(button("Publish"));

  await settled(() =>
    expect(sent).toContainEqual({
      asked: `POST ${SITE}/learning/done`,
      body: { words: "gift wrapping", locale: "en" },
    }),
  );
});

test("Ctrl+Enter saves what an answer already is: a draft stays a draft", async () => {
  const draft = anAnswer(1, { texts: [aText({ published: false })] });
  const sent = await visit(ONE, { ...aShelf(draft).reads, [`PUT ${SITE}${ONE}`]: () => draft });
  await settled(() => textBox());
  press(textBox(), "Enter", { ctrlKey: true });
  typeInto(textBox(), "Typed.");

  press(textBox(), "Enter", { ctrlKey: true });

  await settled(() => expect(the("[data-look=done]").textContent).toContain("Saved as a draft"));
  expect(edits(sent)).toMatchObject([{ source: "Typed.", published: false }]);
});

test("what is not ready stays unsent, and says why", async () => {
  const sent = await visit("/answers/new", aShelf().reads);
  await settled(() => questionBox());

  await click(button("Publish"));

  expect(document.body.textContent).toContain("Write the question first.");
  expect(document.body.textContent).toContain("An answer needs a text");
  expect(document.activeElement).toBe(questionBox());
  expect(edits(sent)).toEqual([]);
});

test("each language is saved for itself; the other one stays as it was typed", async () => {
  const saved = anAnswer(1, { version: 2, texts: [aText(), aText({ locale: "pt", question: "E o Alfama?" })] });
  const sent = await visit(ONE, { ...aShelf(anAnswer(1)).reads, [`PUT ${SITE}${ONE}`]: () => saved });
  await settled(() => textBox());
  typeInto(textBox(), "Typed in English.");

  await click(the("[role=tab]:nth-of-type(2)"));
  typeInto(questionBox(), "E o Alfama?");
  await click(button("Save Portuguese draft"));

  await settled(() => expect(the("[data-look=done]").textContent).toContain("Saved as a draftNot saved yet: English"));
  expect(edits(sent)).toMatchObject([{ locale: "pt", question: "E o Alfama?", published: false }]);
  await click(the("[role=tab]:nth-of-type(1)"));
  expect(textBox().value).toBe("Typed in English.");
});

test("what was typed is discarded, and the keyboard stays beside it", async () => {
  await visit(ONE, aShelf(anAnswer(1)).reads);
  await settled(() => textBox());
  typeInto(textBox(), "Typed.");

  await click(button("Discard changes"));

  expect(textBox().value).toBe("Take your usual size.");
  expect(document.activeElement).toBe(button("Save English"));
});

test("a button marks what is chosen", async () => {
  await visit(ONE, aShelf(anAnswer(1)).reads);
  await settled(() => textBox());
  textBox().setSelectionRange(0, 4);

  await click(the("[aria-label=Bold]"));

  expect(textBox().value).toBe("**Take** your usual size.");
  expect([textBox().selectionStart, textBox().selectionEnd]).toEqual([2, 6]);
});

test("an answer is deleted after a yes", async () => {
  const sent = await visit(ONE, aShelf(anAnswer(1)).reads);
  await settled(() => textBox());

  await click(button("Delete…"));
  await settled(() => the("[role=alertdialog]"));
  await click(the("[role=alertdialog] [data-look=main]"));

  await settled(() => expect(location.pathname).toBe("/answers"));
  expect(sent.map(({ asked }) => asked)).toContain(`DELETE ${SITE}${ONE}`);
});

test("a page of the shop is tried against the patterns", async () => {
  await visit(ONE, aShelf(anAnswer(1, { paths: ["/shoes/*"] })).reads);
  await settled(() => textBox());
  const box = the<HTMLInputElement>("input[placeholder^='https://shop']");

  await act(async () => typeInto(box, "https://shop.example/shoes/alfama?size=43"));
  expect(document.body.textContent).toContain("Yes, by /shoes/*");
  await act(async () => typeInto(box, "/returns"));
  expect(document.body.textContent).toContain("No, it does not match.");
});
