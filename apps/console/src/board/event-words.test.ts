import { ANA, byAgent, byVisitor, JOAO } from "@shopbell/protocol/testing";
import type { ConversationEvent } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { eventWords } from "./event-words.ts";

/** A Saturday. */
const NOON = new Date(2026, 10, 21, 12).getTime();
const MONDAY = new Date(2026, 10, 23, 9).getTime();
const PHONE = "+351215550100";
/** From left to right, whatever is around it. */
const PHONE_WORDS = `\u2066${PHONE}\u2069`;
const RULE = { kind: "rule" } as const;

function words(event: ConversationEvent["event"], changes: Partial<ConversationEvent> = {}) {
  const entry: ConversationEvent = { kind: "event", seq: 1, at: NOON, event, by: byAgent(ANA), ...changes };
  // Between a time and its AM stands a narrow space.
  return eventWords(entry, ANA.id).replaceAll("\u202f", " ");
}

test("what I did is told as mine, what a colleague did with their name", () => {
  expect(words("assigned")).toBe("You joined at 12:00 PM");
  expect(words("snoozed", { until: MONDAY })).toBe("You snoozed this until Mon 9:00 AM");
  expect(words("snoozed", { until: MONDAY, by: byAgent(JOAO) })).toBe("João snoozed this until Mon 9:00 AM");
});

test("what a visitor left for the answer is said in full: an address, a number, a time, or all of them", () => {
  const left = (changes: Partial<ConversationEvent>) => words("requested", { by: byVisitor(), ...changes });

  expect(left({ address: "rui@mail.example" })).toBe("The visitor left the address rui@mail.example, 12:00 PM");
  expect(left({ phone: PHONE })).toBe(`The visitor asked to be called at ${PHONE_WORDS}, 12:00 PM`);
  expect(left({ address: "rui@mail.example", phone: PHONE, callAt: MONDAY })).toBe(
    "The visitor left the address rui@mail.example, 12:00 PM · " +
      `The visitor asked to be called at ${PHONE_WORDS} from Mon 9:00 AM, 12:00 PM`,
  );
});

test("mail that went out, and mail that came back, name the address", () => {
  expect(words("mailed", { by: RULE, address: "rui@mail.example" })).toBe("Mailed to rui@mail.example, 12:00 PM");
  expect(words("bounced", { by: RULE, address: "rui@mail.example" })).toContain("rui@mail.example came back");
  expect(words("woken", { by: RULE })).toBe("Back, 12:00 PM");
});
