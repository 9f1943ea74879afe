// @vitest-environment happy-dom
import type { AnswerBook, AnswerOrder, Categories } from "@shopbell/protocol/types";
import { afterEach, expect, test, vi } from "vitest";
import { button, press, the, typeInto } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";
import { aCategory, aCentre, anAnswer, anAnswerId, aText } from "../testing.ts";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const SITE = "/v1/agent/sites/lisboa-shoes";
const BOOK: AnswerBook = {
  categories: [aCategory(1, { names: { en: "Delivery" } })],
  answers: [
    anAnswer(1, { categoryId: aCategory(1).id, votes: { up: 41, down: 3 } }),
    anAnswer(2, { categoryId: aCategory(1).id, texts: [aText({ question: "Question 2?", published: false })] }),
    anAnswer(3),
  ],
};

function reads(book = BOOK) {
  return {
    [`GET ${SITE}/answers`]: () => book,
    [`GET ${SITE}/help-centre`]: () => aCentre({ locales: ["en", "pt"] }),
  };
}

function questions() {
  return [...document.querySelectorAll("main li a")].map((link) => link.textContent);
}

afterEach(leave);

test("answers stand by category, with how far each language is and what readers think", async () => {
  await visit("/answers", reads());
  await settled(() => expect(questions()).toEqual(["Question 1?", "Question 2?", "Question 3?"]));

  expect([...document.querySelectorAll("main h2")].map((name) => name.textContent)).toEqual([
    "Delivery",
    "Without a category",
  ]);
  expect(the("main section:first-of-type li:first-child").textContent).toContain("41 of 44 found it useful");
  const states = [...document.querySelectorAll("[data-state]")].map((sign) => sign.getAttribute("data-state"));
  expect(states).toEqual(["published", "missing", "draft", "missing", "published", "missing"]);
});

test("typing finds answers, and says how many", async () => {
  await visit("/answers", reads());
  await settled(() => expect(questions()).toHaveLength(3));

  typeInto(the("input[type=search]"), "question 3");

  expect(questions()).toEqual(["Question 3?"]);
  expect(the("main [role=status]").textContent).toBe("1 answer found.");
  expect(document.querySelector("[aria-label^='Move up']")).toBeNull();
});

test("an answer is moved by a button, or by Alt and an arrow, within its category", async () => {
  const sent = await visit("/answers", reads());
  await settled(() => expect(questions()).toHaveLength(3));

  the("[aria-label='Move up: Question 2?']").focus();
  await click(the("[aria-label='Move up: Question 2?']"));
  await settled(() => expect(questions()).toEqual(["Question 2?", "Question 1?", "Question 3?"]));
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Move down: Question 2?");
  press(the("main section:first-of-type li:last-child a"), "ArrowUp", { altKey: true });
  await settled(() => expect(questions()).toEqual(["Question 1?", "Question 2?", "Question 3?"]));

  const orders = sent.filter(({ asked }) => asked === `PUT ${SITE}/answers-order`);
  expect(orders.map(({ body }) => (body as AnswerOrder).ids)).toEqual([
    [2, 1, 3].map(anAnswerId),
    [1, 2, 3].map(anAnswerId),
  ]);
});

test("where an order could not be stored, the page shows what the relay has", async () => {
  const theirs = { ...BOOK, answers: BOOK.answers.toReversed() };
  let book = BOOK;
  const down = () => Response.json({ code: "storage-failed", title: "", status: 503 }, { status: 503 });
  await visit("/answers", { ...reads(), [`GET ${SITE}/answers`]: () => book, [`PUT ${SITE}/answers-order`]: down });
  await settled(() => expect(questions()).toHaveLength(3));

  book = { ...theirs, categories: [] };
  await click(the("[aria-label='Move up: Question 2?']"));

  await settled(() => expect(questions()).toEqual(["Question 3?", "Question 2?", "Question 1?"]));
});

test("a shop without answers is told what they do, and three ways to begin; an agent, the one that is theirs", async () => {
  await visit("/answers", reads({ categories: [], answers: [] }));
  await settled(() => expect(document.body.textContent).toContain("A person stays one tap away."));
  expect([...document.querySelectorAll("main section a")].map((link) => link.textContent)).toEqual([
    "Write the first one",
    "Read them from a page",
    "Read them from a CSV file",
  ]);
  leave();

  await visit("/answers", reads({ categories: [], answers: [] }), { role: "agent" });
  await settled(() => expect(document.querySelectorAll("main section a")).toHaveLength(1));
});

test("categories get names, an order and a place; one without a name is not saved", async () => {
  const sent = await visit("/answers", reads());
  await settled(() => expect(questions()).toHaveLength(3));

  await click(button("Categories"));
  await settled(() => button("Add a category"));
  await click(button("Add a category"));
  await click(button("Save categories"));
  expect(document.body.textContent).toContain("Give it a name, or remove it.");
  typeInto(the("[role=dialog] li:nth-child(2) input[lang=pt]"), "Devoluções");
  await click(the("[aria-label='Move up: Devoluções']"));
  await click(button("Save categories"));

  await settled(() => expect(document.querySelector("[role=dialog]")).toBeNull());
  const put = sent.find(({ asked }) => asked === `PUT ${SITE}/categories`);
  expect((put as { body: Categories }).body.categories.map(({ names }) => names)).toEqual([
    { pt: "Devoluções" },
    { en: "Delivery" },
  ]);
});

test("what could not be read says so, and is asked for again", async () => {
  let answers: () => unknown = () => Response.json({ code: "overloaded" }, { status: 503 });
  await visit("/answers", { ...reads(), [`GET ${SITE}/answers`]: () => answers() });
  await settled(() => button("Try again"));

  answers = () => BOOK;
  await click(button("Try again"));

  await settled(() => expect(questions()).toHaveLength(3));
});
