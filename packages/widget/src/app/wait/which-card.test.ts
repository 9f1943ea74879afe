import { aMessage, aSiteState, byAgent, byVisitor } from "@shopbell/protocol/testing";
import type { ConversationEvent, RequestCard, SiteState } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { cardFor } from "./which-card.ts";

const MINUTE_MS = 60_000;
const ASKED = aMessage({ seq: 1, at: 0 });
const TICKET: RequestCard = {
  number: 1042,
  email: "haruka@mail.example",
  phone: null,
  callAt: null,
  answersBy: null,
  link: "/r/1042-x",
};
const CLOSED = aSiteState({ availability: "closed", mails: true });

function anEvent(changes: Partial<ConversationEvent>): ConversationEvent {
  return { kind: "event", seq: 2, at: 1, event: "requested", by: byVisitor(), ...changes };
}

function away(changes: Partial<SiteState> = {}) {
  return aSiteState({ availability: "away", closesAt: 90 * MINUTE_MS, mails: true, calls: true, ...changes });
}

test("while somebody is there, nothing is asked", () => {
  for (const availability of ["available", "busy"] as const)
    expect(cardFor([ASKED], undefined, { ...CLOSED, availability }, 0)).toBeNull();
});

test("before the visitor has said anything, nothing is asked", () => {
  expect(cardFor([], undefined, CLOSED, 0)).toBeNull();
});

test("a closed shop asks where to answer at once", () => {
  expect(cardFor([ASKED], undefined, CLOSED, 0)).toEqual({ kind: "ask", bounced: null });
});

test("in opening hours somebody is called for five minutes, counted from the first unanswered message; then it asks", () => {
  const entries = [ASKED, aMessage({ seq: 2, at: 4 * MINUTE_MS })];

  expect(cardFor(entries, undefined, away(), 5 * MINUTE_MS - 1)).toEqual({ kind: "calling", asksAt: 5 * MINUTE_MS });
  expect(cardFor(entries, undefined, away(), 5 * MINUTE_MS)).toEqual({ kind: "ask", bounced: null });
});

test("a shop without hours, or where nobody hears a call, does not claim to call: it asks at once", () => {
  for (const changes of [{ closesAt: null }, { calls: false }])
    expect(cardFor([ASKED], undefined, away(changes), 0)).toEqual({ kind: "ask", bounced: null });
});

test("a shop that can neither mail nor call promises nothing but an answer here", () => {
  expect(cardFor([ASKED], undefined, aSiteState({ availability: "closed" }), 0)).toEqual({ kind: "kept" });
});

test("a shop that only calls back asks too", () => {
  expect(cardFor([ASKED], undefined, aSiteState({ availability: "closed", callsBack: true }), 0)?.kind).toBe("ask");
});

test("the ticket is a card until somebody answers, then a line; what the visitor asks next brings it back", () => {
  const answered = [ASKED, aMessage({ seq: 2, author: byAgent() })];

  expect(cardFor([ASKED], TICKET, CLOSED, 0)).toEqual({ kind: "ticket" });
  expect(cardFor(answered, TICKET, CLOSED, 0)).toEqual({ kind: "line" });
  expect(cardFor([...answered, aMessage({ seq: 3 })], TICKET, CLOSED, 0)).toEqual({ kind: "ticket" });
});

test("what was answered or closed without a ticket needs no card", () => {
  expect(cardFor([ASKED, aMessage({ seq: 2, author: byAgent() })], undefined, CLOSED, 0)).toBeNull();
  expect(cardFor([ASKED, anEvent({ event: "closed", by: byAgent() })], undefined, CLOSED, 0)).toBeNull();
});

test("an automatic text is no answer", () => {
  const entries = [ASKED, aMessage({ seq: 2, author: { kind: "rule" } })];

  expect(cardFor(entries, undefined, CLOSED, 0)?.kind).toBe("ask");
});

test("an address that mail came back from is asked for again, whoever is there, until another one is left", () => {
  const bounced = [
    ASKED,
    anEvent({ address: "old@mail.example" }),
    aMessage({ seq: 3, author: byAgent() }),
    anEvent({ seq: 4, event: "bounced", by: { kind: "rule" }, address: "old@mail.example" }),
  ];
  const there = { ...CLOSED, availability: "available" } as const;
  expect(cardFor(bounced, TICKET, there, 0)).toEqual({ kind: "ask", bounced: "old@mail.example" });

  const mended = [...bounced, anEvent({ seq: 5, address: "new@mail.example" })];

  expect(cardFor(mended, TICKET, there, 0)).toEqual({ kind: "line" });
});

test("a number to call instead of the address that mail came back from is enough", () => {
  const bounced = anEvent({ event: "bounced", by: { kind: "rule" }, address: "old@mail.example" });
  const entries = [ASKED, bounced, anEvent({ seq: 3, phone: "+351210000142" })];

  expect(cardFor(entries, { ...TICKET, email: null, phone: "+351210000142" }, CLOSED, 0)).toEqual({ kind: "ticket" });
});
