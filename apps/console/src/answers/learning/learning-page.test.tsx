// @vitest-environment happy-dom
import { aConversationId } from "@shopbell/protocol/testing";
import type { Learning } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { button, press, the, typeInto } from "../../testing/render.tsx";
import { choose, click, leave, settled, visit } from "../../testing/visit.tsx";
import { aCentre, anAnswer, anAnswerId } from "../testing.ts";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const SITE = "/v1/agent/sites/lisboa-shoes";
const NOTHING: Learning = { searches: 0, missing: [], chats: [], down: [], saved: { total: 0, answers: [] } };
const MISSING = { words: "gift wrapping", locale: "en", times: 4, lastAt: 1_000, conversation: null };

const OTHER = { ...MISSING, words: "new heel" };

function learns(changes: Partial<Learning>, days = 30) {
  return { [`GET ${SITE}/learning?days=${days}`]: (): Learning => ({ ...NOTHING, ...changes }) };
}

function row(words: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>("main li")].find((each) => each.textContent.includes(words));
  if (!found) throw new Error(`there is no row "${words}"`);
  return found;
}

afterEach(leave);

test("what was searched in vain becomes a question to be answered, in one click", async () => {
  await visit("/answers/learning", {
    ...learns({ searches: 12, missing: [MISSING] }),
    [`GET ${SITE}/answers`]: () => ({ categories: [], answers: [] }),
    [`GET ${SITE}/help-centre`]: () => aCentre(),
  });
  await settled(() => expect(row("gift wrapping").textContent).toContain("4 times"));

  await act(async () => row("gift wrapping").querySelector("a")?.click());

  await settled(() => expect(the<HTMLInputElement>("input[maxlength='200']").value).toBe("gift wrapping"));
});

test("or an answer that there is becomes found by it, and nothing else of it changes", async () => {
  let missing = [MISSING, OTHER];
  const sent = await visit("/answers/learning", {
    [`GET ${SITE}/learning?days=30`]: () => ({ ...NOTHING, searches: 1, missing }),
    [`POST ${SITE}/learning/done`]: () => {
      missing = [OTHER];
      return new Response(null, { status: 204 });
    },
    [`GET ${SITE}/answers`]: () => ({ categories: [], answers: [anAnswer(1, { keywords: ["box"] }), anAnswer(2)] }),
  });
  await settled(() => row("gift wrapping"));

  button("Add to an answer").focus();
  await click(button("Add to an answer"));
  await settled(() => the("[role=dialog] [role=combobox]"));
  press(the("[role=dialog] [role=combobox]"), "ArrowDown");
  typeInto(the("[role=dialog] [role=combobox]"), "question 1");
  await settled(() => expect(document.querySelectorAll("[role=option]")).toHaveLength(1));
  await click(the("[role=option]"));
  await click(button("Add the words"));

  await settled(() => expect(sent.map(({ asked }) => asked)).toContain(`POST ${SITE}/learning/done`));
  await settled(() => expect(row("new heel").contains(document.activeElement)).toBe(true));
  const [put] = sent.filter(({ asked }) => asked.startsWith("PUT"));
  expect(put).toMatchObject({
    asked: `PUT ${SITE}/answers/${anAnswerId(1)}`,
    body: { version: 1, keywords: ["box", "gift wrapping"], question: "Question 1?", published: true },
  });
});

test("what needs nothing is put aside", async () => {
  let missing = [MISSING];
  const sent = await visit("/answers/learning", {
    [`GET ${SITE}/learning?days=30`]: () => ({ ...NOTHING, searches: 1, missing }),
  });
  await settled(() => row("gift wrapping"));

  missing = [];
  button("Nothing to do").focus();
  await click(button("Nothing to do"));

  await settled(() => expect(document.body.textContent).toContain("No search was in vain."));
  expect(document.activeElement?.textContent).toBe("Nothing was found");
  expect(sent).toContainEqual({ asked: `POST ${SITE}/learning/done`, body: { words: "gift wrapping", locale: "en" } });
});

test("the chat that followed is opened on the board, and an answer that was no use in the editor", async () => {
  const id = aConversationId(5);
  const down = [{ id: anAnswerId(3), question: "Do you resole?", locale: "en", up: 1, down: 3, words: ["new heel"] }];
  await visit("/answers/learning", learns({ chats: [{ ...MISSING, conversation: { id, number: 1042 } }], down }));
  await settled(() => row("gift wrapping"));

  expect(row("gift wrapping").querySelector("a[href*='open=']")?.getAttribute("href")).toContain(id);
  expect(row("gift wrapping").textContent).toContain("Open chat #1042");
  expect(row("Do you resole?").textContent).toContain("3 of 4 found it not useful");
  expect(row("Do you resole?").textContent).toContain("new heel");
  expect(row("Do you resole?").querySelector("a")?.getAttribute("href")).toContain(`/answers/${anAnswerId(3)}`);
});

test("another period is asked for; nothing to learn is said in words", async () => {
  await visit("/answers/learning", { ...learns({ searches: 7 }), ...learns({}, 90) });
  await settled(() => expect(the("main dl").textContent).toContain("7"));

  await choose(the<HTMLSelectElement>("[aria-label=Period]"), "90");

  await settled(() => expect(document.body.textContent).toContain("Nobody has searched in this time."));
});
