// @vitest-environment happy-dom
import { aConversationId, aSummary, hexId } from "@shopbell/protocol/testing";
import type { AnswerBook, AnswerId, HelpCentre } from "@shopbell/protocol/types";
import { act, createRef } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bookQuery, centreQuery } from "../../answers/queries.ts";
import { aFakeLine } from "../../testing/fake-line.ts";
import { aQueryClient, button, press, renderAtDesk, the, typeInto } from "../../testing/render.tsx";
import { Composer } from "../composer.tsx";
import type { ComposerHandle } from "../composer-box.tsx";

const ID = aConversationId(1);
const CENTRE: HelpCentre = { locales: ["en"], url: null, shopUrl: null, publicQuestions: false, holds: true };

function aBook(...questions: string[]): AnswerBook {
  const shared = { categoryId: null, paths: [], keywords: [], version: 1, votes: { up: 0, down: 0 } };
  const text = { locale: "en", source: "Yes.", published: true, changedAt: 1_000, changedBy: null };
  const answers = questions.map((question, index) => ({
    ...shared,
    id: hexId(index + 1) as AnswerId,
    texts: [{ ...text, question, slug: `answer-${index + 1}` }],
  }));
  return { categories: [], answers };
}

const WATERPROOF = { id: hexId(1), locale: "en" };

let line = aFakeLine();
let box = createRef<ComposerHandle>();
const leave = vi.fn();
let remove: () => void;

/** @param book null while it is on its way */
function show(book: AnswerBook | null = aBook("Are the boots waterproof?", "Which boots are warm?")) {
  const queries = aQueryClient();
  if (book) queries.setQueryData(bookQuery("lisboa-shoes").queryKey, book);
  queries.setQueryData(centreQuery("lisboa-shoes").queryKey, CENTRE);
  line = aFakeLine();
  vi.spyOn(line, "send");
  box = createRef();
  const composer = (
    <Composer box={box} id={ID} row={aSummary()} name="Mihai" label="Mihai" wish={null} onLeave={leave} />
  );
  remove = renderAtDesk(line, composer, { queries });
}

function textBox() {
  return the<HTMLTextAreaElement>("textarea");
}

function shownQuestions() {
  return [...document.querySelectorAll("[role=option] span span:first-child")].map(({ textContent }) => textContent);
}

beforeEach(() => {
  localStorage.clear();
  leave.mockReset();
});
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

test("a slash and words lead to an answer, which Enter takes along and Enter sends", () => {
  show();
  typeInto(textBox(), "/boots");
  expect(shownQuestions()).toEqual(["Are the boots waterproof?", "Which boots are warm?"]);
  expect(textBox().getAttribute("aria-activedescendant")).toBe(the("[aria-selected=true]").id);

  press(textBox(), "Enter");
  expect(line.send).not.toHaveBeenCalled();
  expect([textBox().value, shownQuestions()]).toEqual(["", []]);
  press(textBox(), "Enter");

  const text = `Are the boots waterproof?\n${location.origin}/help/lisboa-shoes/en/a/answer-1`;
  expect(line.send).toHaveBeenCalledExactlyOnceWith(ID, text, { answer: WATERPROOF });
  expect(document.body.textContent).not.toContain("waterproof");
});

test("what was typed around the slash is what is said beside the card", () => {
  show();
  typeInto(textBox(), "Have a look: /wat");
  press(textBox(), "Enter");

  expect(textBox().value).toBe("Have a look: ");
  press(textBox(), "Enter");

  expect(line.send).toHaveBeenCalledExactlyOnceWith(ID, "Have a look: ", { answer: WATERPROOF });
});

test("arrows go round the list, and Escape closes it before it leaves the box", () => {
  show();
  typeInto(textBox(), "/");
  press(textBox(), "ArrowUp");
  expect(the("[aria-selected=true]").textContent).toContain("warm");
  press(textBox(), "ArrowDown");
  expect(the("[aria-selected=true]").textContent).toContain("waterproof");

  press(textBox(), "Escape");
  expect(shownQuestions()).toEqual([]);
  expect(leave).not.toHaveBeenCalled();
  press(textBox(), "Escape");
  expect(leave).toHaveBeenCalledOnce();
});

test("a list that was closed opens again for another slash", () => {
  show();
  typeInto(textBox(), "/");
  press(textBox(), "Escape");
  typeInto(textBox(), "");

  typeInto(textBox(), "/");

  expect(shownQuestions()).toHaveLength(2);
});

test("words that lead nowhere are not sent until Escape has made them a text", () => {
  show();
  typeInto(textBox(), "/shrug");
  press(textBox(), "Enter");
  press(textBox(), "Enter", { ctrlKey: true });
  expect(line.send).not.toHaveBeenCalled();
  expect(document.body.textContent).toContain("No answer has these words.");

  press(textBox(), "Escape");
  expect(leave).not.toHaveBeenCalled();
  press(textBox(), "Enter");

  expect(line.send).toHaveBeenCalledExactlyOnceWith(ID, "/shrug", {});
});

test("words are not sent while the answers are on their way", () => {
  vi.stubGlobal("fetch", () => Promise.withResolvers().promise);
  show(null);
  typeInto(textBox(), "/resol");

  press(textBox(), "Enter");

  expect(line.send).not.toHaveBeenCalled();
  expect(document.body.textContent).toContain("One moment…");
});

test("a slash within a sentence that leads nowhere is a part of it", () => {
  show();
  typeInto(textBox(), "See /shrug");
  press(textBox(), "Enter");

  expect(line.send).toHaveBeenCalledExactlyOnceWith(ID, "See /shrug", {});
});

test("a choice shows how the answer begins; what was chosen says so too, and in which language", () => {
  show();
  typeInto(textBox(), "/wat");
  expect(the("[role=option]").textContent).toBe("Are the boots waterproof?Yes.");

  press(textBox(), "Enter");

  expect(the("form [role=status] b + span").textContent).toBe("Yes.");
  expect(the("form").textContent).toContain("Goes along as a card, in English");
});

test("nothing is taken while an input method composes", () => {
  show();
  typeInto(textBox(), "/");
  press(textBox(), "Enter", { isComposing: true });

  expect(shownQuestions()).toHaveLength(2);
});

test("a card can be taken off again", () => {
  show();
  typeInto(textBox(), "/wat");
  press(textBox(), "Enter");
  expect(button("Send").disabled).toBe(false);

  act(() => the("[aria-label='Take off: Are the boots waterproof?']").click());

  expect(button("Send").disabled).toBe(true);
  expect(document.activeElement).toBe(textBox());
});

test("without a published answer a slash says so", () => {
  show(aBook());
  typeInto(textBox(), "/");

  expect(document.body.textContent).toContain("No answers are published yet.");
});

test("a button calls for the answers too, and a click takes one", () => {
  show();
  typeInto(textBox(), "Hello");
  act(() => the("[aria-label='Put in an answer (/)']").click());
  expect(textBox().value).toBe("Hello /");

  act(() => the("[role=option]:last-child").click());

  expect(the("form").textContent).toContain("Which boots are warm?");
  expect(textBox().value).toBe("Hello ");
});

test("a sentence is put behind what was written", () => {
  show();
  act(() => box.current?.add("Your order is on its way."));
  expect(textBox().value).toBe("Your order is on its way.");

  act(() => box.current?.add("It comes on Tuesday."));

  expect(textBox().value).toBe("Your order is on its way.\nIt comes on Tuesday.");
  expect(document.activeElement).toBe(textBox());
});
