// @vitest-environment happy-dom
import { EMPTY_THREAD } from "@shopbell/client";
import { ANA, aConversationId, aMessage, aSummary, byAgent, hexId } from "@shopbell/protocol/testing";
import type { AnswerCard, AnswerId, Message } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../../testing/fake-line.ts";
import { press, renderAtDesk, the } from "../../testing/render.tsx";
import { ThreadView } from "../thread-view.tsx";
import { MakeAnswer } from "./make-answer.tsx";

const ID = aConversationId(1);
const CARD: AnswerCard = {
  id: hexId(7) as AnswerId,
  locale: "en",
  question: "Is it waterproof?",
  excerpt: "For an hour of rain.",
  link: "/help/lisboa-shoes/en/a/waterproof",
};

const make = vi.fn();
let remove: () => void;
afterEach(() => {
  remove();
  make.mockReset();
});

function show(...entries: Message[]) {
  const thread = { ...EMPTY_THREAD, loaded: true, entries };
  remove = renderAtDesk(
    aFakeLine({ threads: { [ID]: thread } }),
    <MakeAnswer value={make}>
      <ThreadView id={ID} row={aSummary()} name="Mihai" label="Mihai" thread={thread} current />
    </MakeAnswer>,
  );
}

function ours(seq: number, changes: Partial<Message> = {}) {
  return aMessage({ seq, author: byAgent(ANA), ...changes });
}

function makers() {
  return [...document.querySelectorAll<HTMLButtonElement>("[role=log] button")];
}

test("a card is drawn with its way to the page, and what was said beside it", () => {
  show(ours(1, { text: "Have a look", card: CARD }));

  const link = the<HTMLAnchorElement>("[role=log] a");
  expect([link.getAttribute("href"), link.target]).toEqual([CARD.link, "_blank"]);
  expect(the("[role=log]").textContent).toMatch(/Have a look.*Is it waterproof\?For an hour of rain\./);
});

test("a text that only stands in for the card is not said twice", () => {
  show(ours(1, { text: `${CARD.question}\nhttps://help.shop.example/en/a/waterproof`, card: CARD }));

  expect(the("[role=log]").textContent).not.toContain("https://");
  expect(document.querySelectorAll("b")).toHaveLength(1);
});

test("what an agent said in a row leads to one answer, by its last message", () => {
  show(ours(1), ours(2), aMessage({ seq: 3 }));

  act(() => makers()[0]?.click());

  expect(makers()).toHaveLength(1);
  expect(make).toHaveBeenCalledExactlyOnceWith(2);
});

test("a card is an answer already: what was said in own words leads to one", () => {
  show(ours(1), ours(2, { card: CARD }), aMessage({ seq: 3 }), ours(4, { card: CARD }));

  act(() => makers()[0]?.click());

  expect(makers()).toHaveLength(1);
  expect(make).toHaveBeenCalledExactlyOnceWith(1);
});

test("Tab reaches the latest reply alone, and arrows the others", () => {
  show(ours(1), aMessage({ seq: 2 }), ours(3), aMessage({ seq: 4 }));
  expect(makers().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);

  makers()[1]?.focus();
  press(makers()[1] as Element, "ArrowUp");

  expect(document.activeElement).toBe(makers()[0]);
});

test("what a visitor or a rule said leads to no answer", () => {
  show(aMessage({ seq: 1 }), aMessage({ seq: 2, author: { kind: "rule" } }));

  expect(makers()).toEqual([]);
});
