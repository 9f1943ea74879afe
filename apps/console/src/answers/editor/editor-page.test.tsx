// @vitest-environment happy-dom
import { aConversationId } from "@shopbell/protocol/testing";
import type { AnswerBook, AnswerEdit, WrittenAnswer } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { button, press, the, typeInto } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";
import { aCentre, anAnswer, anAnswerId, aText } from "../testing.ts";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const SITE = "/v1/agent/sites/lisboa-shoes";
const ONE = `/answers/${anAnswerId(1)}`;
const FROM = aConversationId(7);
const DRAFT = { siteKey: "lisboa-shoes", locale: "en", question: "Do you wrap gifts?", source: "We do.", masked: 2 };

/** The shop's answers as the relay knows them, which a test may change in the meantime. */
function aShelf(...answers: WrittenAnswer[]) {
  const book: AnswerBook = { categories: [], answers };
  const reads = {
    [`GET ${SITE}/answers`]: () => structuredClone(book),
    [`GET ${SITE}/help-centre`]: () => aCentre({ locales: ["en", "pt"] }),
    "POST /v1/agent/answer-preview": () => ({ blocks: [] }),
  };
  return { book, reads };
}

/** Any answer is saved, under whichever id the page minted for it. */
function saves(stored: WrittenAnswer) {
  vi.spyOn(crypto, "getRandomValues").mockImplementation((bytes) => bytes);
  return { [`PUT ${SITE}/answers/${anAnswerId(0)}`]: () => stored };
}

function questionBox() {
  return the<HTMLInputElement>("input[maxlength='200']");
}

function textBox() {
  return the<HTMLTextAreaElement>("textarea[maxlength='20000']");
}

function edits(sent: Awaited<ReturnType<typeof visit>>): AnswerEdit[] {
  return sent.filter(({ asked }) => asked.startsWith(`PUT ${SITE}/answers/`)).map(({ body }) => body as AnswerEdit);
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
  expect(document.body.textContent).toContain("2 personal details were masked");

  await click(button("Publish"));

  await settled(() => expect(the("[data-look=done]").textContent).toContain("Published"));
  expect(edits(sent)).toMatchObject([{ version: 0, locale: "en", source: "We do.", published: true }]);
  expect(the("[data-look=done] a[target]").getAttribute("href")).toBe("/help/lisboa-shoes/en/a/do-you-wrap-gifts");
  expect(the("[data-look=done] a[href*='open=']").getAttribute("href")).toContain(FROM);
  expect(location.pathname).toBe(`/answers/${anAnswerId(0)}`);
});

test("words that were searched in vain are the question, and are dealt with once it is published", async () => {
  const published = anAnswer(0, { texts: [aText({ question: "gift wrapping" })] });
  const sent = await visit("/answers/new?question=gift%20wrapping&locale=en", {
    ...aShelf().reads,
    ...saves(published),
  });
  await settled(() => expect(questionBox().value).toBe("gift wrapping"));

  typeInto(textBox(), "We do.");
  press(textBox(), "Enter", { ctrlKey: true });

  await settled(() =>
    expect(sent).toContainEqual({
      asked: `POST ${SITE}/learning/done`,
      body: { words: "gift wrapping", locale: "en" },
    }),
  );
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

test("a colleague's change is not undone: what is typed stays, and goes on from theirs", async () => {
  const { book, reads } = aShelf(anAnswer(1));
  const conflict = () => Response.json({ code: "conflict", title: "", status: 409 }, { status: 409 });
  let put: () => unknown = conflict;
  const sent = await visit(ONE, { ...reads, [`PUT ${SITE}${ONE}`]: () => put() });
  await settled(() => textBox());
  typeInto(textBox(), "Mine.");
  book.answers = [anAnswer(1, { version: 5, texts: [aText({ source: "Theirs." })] })];

  await click(button("Save"));
  await settled(() => button("Go on with mine"));
  expect(textBox().value).toBe("Mine.");
  await click(button("Go on with mine"));
  await settled(() => expect(document.body.textContent).not.toContain("Somebody else changed"));
  put = () => anAnswer(1, { version: 6, texts: [aText({ source: "Mine." })] });
  await click(button("Save"));

  await settled(() => expect(edits(sent).map(({ version }) => version)).toEqual([1, 5]));
  expect(edits(sent).at(-1)?.source).toBe("Mine.");
});

test("or theirs is loaded", async () => {
  const { book, reads } = aShelf(anAnswer(1));
  const conflict = () => Response.json({ code: "conflict", title: "", status: 409 }, { status: 409 });
  await visit(ONE, { ...reads, [`PUT ${SITE}${ONE}`]: conflict });
  await settled(() => textBox());
  typeInto(textBox(), "Mine.");
  book.answers = [anAnswer(1, { version: 5, texts: [aText({ source: "Theirs." })] })];

  await click(button("Save"));
  await settled(() => button("Load theirs"));
  await click(button("Load theirs"));

  await settled(() => expect(textBox().value).toBe("Theirs."));
});

test("a refusal keeps what was typed, and an answer that is not saved is not left behind without a yes", async () => {
  const down = () => Response.json({ code: "storage-failed", title: "", status: 503 }, { status: 503 });
  await visit(ONE, { ...aShelf(anAnswer(1)).reads, [`PUT ${SITE}${ONE}`]: down });
  await settled(() => textBox());
  typeInto(textBox(), "Typed.");

  await click(button("Save"));
  await settled(() => expect(the("[role=alert]").textContent).toContain("What you typed is still here."));
  await click(the("a[href^='/answers/learning']"));
  await settled(() => button("Stay here"));

  await click(button("Stay here"));
  expect(textBox().value).toBe("Typed.");
});

test("each language is saved for itself; the other one stays as it was typed", async () => {
  const saved = anAnswer(1, { version: 2, texts: [aText(), aText({ locale: "pt", question: "E o Alfama?" })] });
  const sent = await visit(ONE, { ...aShelf(anAnswer(1)).reads, [`PUT ${SITE}${ONE}`]: () => saved });
  await settled(() => textBox());
  typeInto(textBox(), "Typed in English.");

  await click(the("[role=tab]:nth-of-type(2)"));
  typeInto(questionBox(), "E o Alfama?");
  await click(button("Save draft"));

  await settled(() => expect(document.body.textContent).toContain("Saved as a draft"));
  expect(edits(sent)).toMatchObject([{ locale: "pt", question: "E o Alfama?", published: false }]);
  await click(the("[role=tab]:nth-of-type(1)"));
  expect(textBox().value).toBe("Typed in English.");
});

test("a button marks what is chosen", async () => {
  await visit(ONE, aShelf(anAnswer(1)).reads);
  await settled(() => textBox());
  textBox().setSelectionRange(0, 4);

  await click(the("[aria-label=Bold]"));

  expect(textBox().value).toBe("**Take** your usual size.");
  expect([textBox().selectionStart, textBox().selectionEnd]).toEqual([2, 6]);
});

test("an older version comes back into the editor, and is saved by whoever looked at it", async () => {
  const versions = [{ version: 1, question: "Older?", source: "Older.", published: true, at: 1_000, by: "Ana" }];
  const sent = await visit(ONE, {
    ...aShelf(anAnswer(1)).reads,
    [`GET ${SITE}${ONE}/history?locale=en`]: () => ({ versions }),
  });
  await settled(() => textBox());

  await click(button("History"));
  await settled(() => button("Put into the editor"));
  await click(button("Put into the editor"));

  await settled(() => expect(textBox().value).toBe("Older."));
  expect(questionBox().value).toBe("Older?");
  expect(edits(sent)).toEqual([]);
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
