import type { AgentFace, ConversationEvent, Message } from "@shopbell/protocol";
import { ANA, aMessageId } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { answerDraft } from "./answer-draft.ts";

const JOAO: AgentFace = { id: "joao", name: "João", photo: null };

/** A conversation, line by line: who says what. */
function talk(...lines: (readonly ["visitor" | "rule" | AgentFace, string] | "event")[]) {
  return lines.map((line, index): Message | ConversationEvent => {
    const seq = index + 1;
    if (line === "event") return { kind: "event", seq, at: seq, event: "assigned", by: { kind: "rule" } };
    const [who, text] = line;
    const author: Message["author"] = typeof who === "string" ? { kind: who } : { kind: "agent", agent: who };
    return { kind: "message", seq, id: aMessageId(seq), author, text, at: seq };
  });
}

test("a reply becomes an answer to the question before it", () => {
  const entries = talk(
    ["visitor", "Hello."],
    ["visitor", "I like the Sintra boot. Do you gift-wrap it? It is for my sister."],
    "event",
    [ANA, "We do, in red or in blue."],
  );

  expect(answerDraft(entries, 4, [])).toEqual({
    question: "Do you gift-wrap it?",
    source: "We do, in red or in blue.",
    masked: 0,
  });
});

test("what the same agent wrote before the visitor said more belongs to it, and what others wrote does not", () => {
  const entries = talk(
    ["visitor", "Do you gift-wrap?"],
    ["rule", "Thank you, we are coming."],
    [ANA, "We do."],
    [JOAO, "Shall I take over?"],
    [ANA, "In red or in blue."],
    ["visitor", "And in green?"],
    [ANA, "Not before spring."],
  );

  const both = { question: "Do you gift-wrap?", source: "We do.\n\nIn red or in blue.", masked: 0 };
  expect(answerDraft(entries, 3, [])).toEqual(both);
  expect(answerDraft(entries, 5, [])).toEqual(both);
  expect(answerDraft(entries, 7, [])).toMatchObject({ question: "And in green?", source: "Not before spring." });
});

test("without a question mark the visitor's first line is the question, and where nothing was asked there is none", () => {
  expect(answerDraft(talk(["visitor", "gift wrapping\nin red"], [ANA, "Yes."]), 2, [])?.question).toBe("gift wrapping");
  expect(answerDraft(talk(["visitor", "هل تغلفون الهدايا؟ شكرا"], [ANA, "نعم"]), 2, [])?.question).toBe(
    "هل تغلفون الهدايا؟",
  );
  expect(answerDraft(talk([ANA, "Good afternoon."]), 1, [])?.question).toBe("");
});

test("who asked is taken out of question and reply", () => {
  const entries = talk(
    ["visitor", "Can you send 20871 to ioana@mail.example?"],
    [ANA, "Yes, Ioana. Call +351 21 000 0142."],
  );

  expect(answerDraft(entries, 2, ["Ioana Mărginean"])).toEqual({
    question: "Can you send … to …?",
    source: "Yes, …. Call ….",
    masked: 4,
  });
});

test("a question is no longer than questions are", () => {
  const entries = talk(["visitor", `${"long ".repeat(100)}?`], [ANA, "Yes."]);
  expect(answerDraft(entries, 2, [])?.question.length).toBeLessThanOrEqual(200);
});

test("only what an agent wrote becomes an answer", () => {
  const entries = talk(["visitor", "Do you gift-wrap?"], ["rule", "We are coming."], "event", [ANA, "We do."]);

  expect(answerDraft(entries, 4, [])).toBeDefined();
  for (const seq of [1, 2, 3, 5]) expect(answerDraft(entries, seq, []), String(seq)).toBeUndefined();
});

test.each([
  ["blanks", " "],
  ["lines", "\n"],
  ["empty lines", " \n"],
  ["ends of sentences", ". "],
  ["Arabic questions", "؟ "],
])("a megabyte of %s comes to its end: in time that grows by the square it would take hours", (_what, piece) => {
  const text = `Why?\n${piece.repeat(2 ** 20 / piece.length)}x`;

  expect(answerDraft(talk(["visitor", text], [ANA, text]), 2, [])?.question).toBe("Why?");
});
