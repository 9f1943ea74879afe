import { ANA, aMessage, aSummary, byAgent, JOAO, messages } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { lastSaid, lastWords, visitorLabel, visitorName, visitorTitle } from "./row-words.ts";

test("a visitor without a name is a visitor, and the number is the conversation's", () => {
  const row = aSummary({ number: 1_001 });

  expect([visitorName, visitorTitle, visitorLabel].map((call) => call(row))).toEqual([
    "Visitor",
    "Visitor · #1001",
    "Visitor, conversation #1001",
  ]);
});

test("a visitor with a name is called by it everywhere", () => {
  const row = aSummary({ visitor: { id: "v1", name: "Mihai Ionescu" } });

  for (const call of [visitorName, visitorTitle, visitorLabel]) expect(call(row)).toBe("Mihai Ionescu");
});

const JOINED = { kind: "event", seq: 3, at: 0, event: "assigned", by: byAgent(ANA) } as const;

test("after an event the last message is still the last thing said", () => {
  const said = messages(1, 2);

  expect(lastSaid(JOINED, [...said, JOINED])).toBe(said[1]);
  expect(lastSaid(JOINED, said)).toBe(said[1]);
  expect(lastSaid(aMessage({ seq: 4 }), said)).toEqual(aMessage({ seq: 4 }));
});

test("a thread that was left too early does not say what came last", () => {
  expect(lastSaid(JOINED, messages(1, 1))).toBe(JOINED);
  expect(lastSaid(JOINED, [])).toBe(JOINED);
  expect(lastSaid(null, [])).toBeNull();
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
