import { ANA, aMessage, aSummary, byAgent, JOAO } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { lastWords, visitorLabel, visitorName, visitorTitle } from "./row-words.ts";

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

test("a visitor without a name is called by the address that they left, unless they say their name later", () => {
  const row = aSummary({ email: "mihai@mail.example" });

  for (const call of [visitorName, visitorTitle, visitorLabel]) expect(call(row)).toBe("mihai@mail.example");
  expect(visitorName({ ...row, visitor: { id: "v1", name: "Mihai Ionescu" } })).toBe("Mihai Ionescu");
});

test("the last words say who spoke, unless it was the visitor", () => {
  const said = (author = aMessage().author) => lastWords(aMessage({ text: "26.8 cm,\n thin  socks.", author }), ANA.id);

  expect(said()).toBe("26.8 cm, thin socks.");
  expect(said(byAgent(ANA))).toBe("You: 26.8 cm, thin socks.");
  expect(said(byAgent(JOAO))).toBe("João: 26.8 cm, thin socks.");
  expect(said({ kind: "rule" })).toBe("Automatic: 26.8 cm, thin socks.");
});
