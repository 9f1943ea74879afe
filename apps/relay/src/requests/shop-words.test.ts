import type { SiteState } from "@shopbell/protocol";
import { ANA } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { greeting, stateLine } from "./shop-words.ts";
import { tongueFor } from "./tongue.ts";

const MONDAY_NINE = Date.UTC(2027, 0, 18, 9);
const tongue = tongueFor(["en-GB"], "Europe/Lisbon", MONDAY_NINE);

function aState(changes: Partial<SiteState>): SiteState {
  const silence = { waitMinutes: null, opensAt: null, closesAt: null, replyMinutes: null, answersBy: null };
  return { availability: "away", people: [], ...silence, mails: true, calls: false, callsBack: false, ...changes };
}

const SAID: [Partial<SiteState>, string][] = [
  [{ availability: "available", people: [ANA], replyMinutes: 2 }, "Ana is here. A reply takes about 2 minutes."],
  [{ availability: "available", people: [ANA] }, "Ana is here."],
  [{ availability: "busy", people: [ANA], waitMinutes: 6 }, "Busy: about 6 minutes."],
  [{ availability: "busy", people: [ANA] }, "Busy just now."],
  [{ availability: "away", closesAt: MONDAY_NINE }, "Open until Monday 18 January at 9:00, away just now."],
  [{ availability: "away" }, "Away just now."],
  [{ availability: "closed", opensAt: MONDAY_NINE }, "Opens Monday 18 January at 9:00."],
  [{ availability: "closed" }, "Closed."],
];

test.each(SAID)("of %j a shop says: %s", (changes, words) => {
  expect(stateLine(aState(changes), tongue)).toBe(words);
});

test("greets by what is to be expected", () => {
  const greetings = (["available", "busy", "away", "closed"] as const).map((availability) =>
    greeting(aState({ availability }), tongue),
  );

  expect(greetings).toEqual([
    "How can we help?",
    "How can we help?",
    "Nobody is at the counter just now, but your question is safe with us.",
    "We are closed, but your question is safe with us.",
  ]);
});
