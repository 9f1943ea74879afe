import { ANA, aMessage, aSummary, byAgent, JOAO } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { lastWords, visitorName } from "./row-words.ts";

test("a visitor without a name is called by the conversation's number", () => {
  expect(visitorName(aSummary({ number: 1_001 }))).toBe("Visitor #1001");
  expect(visitorName(aSummary({ visitor: { id: "v1", name: "Mihai Ionescu" } }))).toBe("Mihai Ionescu");
});

test("the last words say who spoke, unless it was the visitor", () => {
  const said = (author = aMessage().author) => lastWords(aMessage({ text: "26.8 cm,\n thin  socks.", author }), ANA.id);

  expect(said()).toBe("26.8 cm, thin socks.");
  expect(said(byAgent(ANA))).toBe("You: 26.8 cm, thin socks.");
  expect(said(byAgent(JOAO))).toBe("João: 26.8 cm, thin socks.");
  expect(said({ kind: "rule" })).toBe("Automatic: 26.8 cm, thin socks.");
});

test("an event as the last entry is a sentence", () => {
  const event = { kind: "event", seq: 2, at: 0, event: "closed", by: byAgent(JOAO) } as const;

  expect(lastWords(event, ANA.id)).toMatch(/^João closed this, /);
  expect(lastWords(event, JOAO.id)).toMatch(/^You closed this, /);
});
