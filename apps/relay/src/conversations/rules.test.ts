import { ANA, aMessage, byAgent, byVisitor, JOAO } from "@shopbell/protocol/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aConversation, anAgent, aVisitor } from "../testing/builders.ts";
import { acceptMessage } from "./accept-message.ts";
import { reach } from "./access.ts";
import { afterEntry } from "./after-entry.ts";
import { decideChange, eventsBefore } from "./assignment.ts";
import { requestOf, summaryOf } from "./conversation.ts";
import { markerAfter, turnAfterMessage } from "./unread.ts";

test("a draft that nobody recorded is accepted", () => {
  expect(acceptMessage(undefined, { text: "hello" }).kind).toBe("accepted");
});

test("[S3] a recorded draft is a duplicate with the seq it had, and another text under its id is a conflict", () => {
  const recorded = { seq: 4, at: 1_000, text: "hello" };

  expect(acceptMessage(recorded, { text: "hello" })).toEqual({ kind: "duplicate", seq: 4, at: 1_000 });
  expect(acceptMessage(recorded, { text: "bye" })).toEqual({ kind: "refused", reason: "conflict" });
});

test("[K1] a visitor reaches their own conversation, an agent every one", () => {
  expect(reach(aVisitor(), aConversation())).toBeDefined();
  expect(reach(anAgent(), aConversation())).toBeDefined();
});

test("[K2] somebody else's conversation is like none, on another site too", () => {
  expect(reach(aVisitor({ id: "rui" }), aConversation())).toBeUndefined();
  expect(reach(aVisitor({ siteKey: "other" }), aConversation())).toBeUndefined();
  expect(reach(aVisitor(), undefined)).toBeUndefined();
});

test("a visitor waits since the first unanswered message, and an agent's answer ends it", () => {
  const first = turnAfterMessage({ waitingSince: null, unread: 0 }, byVisitor(), 1_000);
  const second = turnAfterMessage(first, byVisitor(), 2_000);

  expect(second).toEqual({ waitingSince: 1_000, unread: 2 });
  expect(turnAfterMessage(second, { kind: "rule" }, 3_000)).toEqual(second);
  expect(turnAfterMessage(second, byAgent(), 3_000)).toEqual({ waitingSince: null, unread: 2 });
});

test("[T2] a marker moves forward only, and never beyond the last entry", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), (marker, seq, last) => {
      const moved = markerAfter(marker, seq, last);
      expect(moved).toBeGreaterThanOrEqual(marker);
      expect(moved === marker || moved <= last).toBe(true);
    }),
  );
});

test("[S8] a visitor's message reopens what was closed", () => {
  expect(eventsBefore(aConversation({ state: "closed" }), aVisitor())).toEqual(["reopened"]);
  expect(eventsBefore(aConversation(), aVisitor())).toEqual([]);
});

test("[S9] an agent's message takes what nobody has", () => {
  expect(eventsBefore(aConversation(), anAgent())).toEqual(["assigned"]);
  expect(eventsBefore(aConversation({ assignee: JOAO }), anAgent())).toEqual([]);
});

test("what an agent has, another cannot claim, and claiming it again is no error", () => {
  const anas = aConversation({ assignee: ANA });

  expect(decideChange(anas, "claim", anAgent()).kind).toBe("unchanged");
  expect(decideChange(anas, "claim", anAgent({ id: JOAO.id, face: JOAO }))).toEqual({
    kind: "refused",
    reason: "already-assigned",
  });
});

test("what an agent has, only they or an owner release", () => {
  const anas = aConversation({ assignee: ANA });

  expect(decideChange(anas, "release", anAgent())).toEqual({ kind: "changed", event: "released" });
  expect(decideChange(anas, "release", anAgent({ id: "joao" }))).toEqual({ kind: "refused", reason: "forbidden" });
  expect(decideChange(anas, "release", anAgent({ id: "joao", role: "owner" })).kind).toBe("changed");
});

test.each([
  ["assigned", { assignee: ANA }],
  ["released", { assignee: null }],
  ["closed", { state: "closed" }],
  ["reopened", { state: "open" }],
] as const)("the event %s changes what it says", (event, expected) => {
  const before = aConversation({ state: event === "reopened" ? "closed" : "open" });

  const after = afterEntry(before, { kind: "event", seq: 2, at: 2_000, event, by: byAgent() });

  expect(after).toMatchObject({ lastSeq: 2, lastAt: 2_000, ...expected });
});

test("nobody waits in a closed conversation, and whoever waited before waits again when an agent reopens it", () => {
  const closed = afterEntry(aConversation(), { kind: "event", seq: 2, at: 2_000, event: "closed", by: byAgent() });
  const reopened = { kind: "event", seq: 3, at: 3_000, event: "reopened" } as const;

  expect(summaryOf(closed).waitingSince).toBeNull();
  expect(summaryOf(afterEntry(closed, { ...reopened, by: byAgent() })).waitingSince).toBe(1_000);
  expect(summaryOf(afterEntry(closed, { ...reopened, by: byVisitor() })).waitingSince).toBeNull();
});

test("a message becomes the last entry", () => {
  const entry = aMessage({ seq: 2, at: 2_000 });

  expect(afterEntry(aConversation(), entry)).toMatchObject({ lastSeq: 2, lastMessage: entry, unread: 2 });
});

test("a chat becomes a ticket when its visitor says where the answer goes; what came by form or mail is one", () => {
  const isTicket = (changes: Parameters<typeof aConversation>[0]) =>
    requestOf(aConversation(changes), () => "/r/1001") !== null;

  expect(isTicket({})).toBe(false);
  expect(isTicket({ requestedAt: 1_000 })).toBe(true);
  expect(isTicket({ channel: "form" })).toBe(true);
  expect(isTicket({ channel: "email" })).toBe(true);
});

test("a ticket says by when a person answers until one has", () => {
  const asked = aConversation({ requestedAt: 1_000, promisedAt: 9_000 });

  expect(requestOf(asked, () => "/r/1001")?.answersBy).toBe(9_000);
  expect(requestOf({ ...asked, firstReplyAt: 2_000 }, () => "/r/1001")?.answersBy).toBeNull();
});

test("an automatic text of the shop is the last message, and answers nothing", () => {
  const said = aMessage({ seq: 2, author: { kind: "rule" } });

  expect(afterEntry(aConversation(), said)).toMatchObject({
    lastSeq: 2,
    lastMessage: said,
    waitingSince: 1_000,
    unread: 1,
  });
});
