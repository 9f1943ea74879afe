import { SiteState, type TeamMember } from "@shopbell/protocol";
import { ANA, JOAO } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { someHours } from "../testing/hours-builders.ts";
import { deriveState, type Facts } from "./availability.ts";

const mondayAtTen = Date.parse("2026-11-23T10:00Z");
const sunday = Date.parse("2026-11-22T10:00Z");
const PROMISES = { chatMinutes: 10, requestMinutes: 60, requestsPerDay: 5, callsBack: true };

function aMember(changes: Partial<TeamMember> = {}): TeamMember {
  return { agent: ANA, availability: "available", reason: null, load: 0, capacity: 2, ...changes };
}

const FULL = { load: 2 };
const AWAY = { availability: "away", reason: "chosen" } as const;

/** What is derived on a Monday at ten, with nobody there: parsed, so that it is a state that can be sent. */
function state(changes: Partial<Facts> = {}): SiteState {
  const facts = { now: mondayAtTen, hours: someHours(), promises: PROMISES, team: [], waiting: 0, replyMinutes: null };
  return SiteState.parse(deriveState({ mails: false, wantsAlerts: false, ...facts, ...changes }));
}

test("a shop is available while one of its agents can take one more", () => {
  const team = [aMember(FULL), aMember({ agent: JOAO })];

  expect(state({ team })).toEqual({
    availability: "available",
    people: [JOAO, ANA],
    waitMinutes: null,
    opensAt: null,
    closesAt: Date.parse("2026-11-23T18:00Z"),
    replyMinutes: 10,
    answersBy: null,
    mails: false,
    calls: true,
    callsBack: true,
  });
});

test("a shop whose agents are full is busy, and says nothing of a wait that was not measured", () => {
  expect(state({ team: [aMember(FULL)], waiting: 3 })).toMatchObject({
    availability: "busy",
    people: [ANA],
    waitMinutes: null,
    replyMinutes: 10,
  });
});

test("those who wait are shared among the agents who take chats", () => {
  const wait = (waiting: number, ...team: TeamMember[]) => state({ team, waiting, replyMinutes: 4 }).waitMinutes;
  const full = aMember(FULL);

  expect(wait(0, full)).toBe(4);
  expect(wait(3, full)).toBe(16);
  expect(wait(1, full, aMember({ ...FULL, agent: JOAO }))).toBe(4);
  expect(wait(2, full, aMember({ ...FULL, agent: JOAO }))).toBe(8);
  expect(wait(2, full, aMember({ ...AWAY, agent: JOAO }))).toBe(12);
});

test("one who took on more than they can is full", () => {
  expect(state({ team: [aMember({ load: 3 })] }).availability).toBe("busy");
});

test("an agent who chose to be away is not shown, and is nobody who is there", () => {
  expect(state({ team: [aMember(AWAY)] })).toMatchObject({ availability: "away", people: [] });
});

test("the clock alone never says that somebody is there", () => {
  expect(state()).toEqual({
    availability: "away",
    people: [],
    waitMinutes: null,
    opensAt: null,
    closesAt: Date.parse("2026-11-23T18:00Z"),
    replyMinutes: null,
    answersBy: Date.parse("2026-11-23T11:00Z"),
    mails: false,
    calls: false,
    callsBack: true,
  });
});

test("outside its hours a shop is closed, says when it opens, and counts its promise from then", () => {
  expect(state({ now: sunday })).toMatchObject({
    availability: "closed",
    opensAt: Date.parse("2026-11-23T09:00Z"),
    closesAt: null,
    answersBy: Date.parse("2026-11-23T10:00Z"),
  });
});

test("somebody who is there outside the hours is there", () => {
  expect(state({ now: sunday, team: [aMember()] })).toMatchObject({
    availability: "available",
    opensAt: null,
    closesAt: null,
    answersBy: null,
  });
});

test("a shop that announced no hours is never closed, and never calls", () => {
  expect(state({ now: sunday, hours: null })).toMatchObject({
    availability: "away",
    opensAt: null,
    closesAt: null,
    answersBy: sunday + 60 * 60_000,
    callsBack: false,
  });
});

test("what was measured is told rather than what was promised, and what is neither is not told", () => {
  const team = [aMember()];
  const silent = { ...PROMISES, chatMinutes: null, requestMinutes: null, callsBack: false };

  expect(state({ team, replyMinutes: 3 }).replyMinutes).toBe(3);
  expect(state({ team, promises: silent }).replyMinutes).toBeNull();
  expect(state({ replyMinutes: 3 }).replyMinutes).toBeNull();
  expect(state({ promises: silent })).toMatchObject({ answersBy: null, callsBack: false });
});

test("an answer by mail is offered only where mail was seen to arrive", () => {
  expect(state({ mails: true }).mails).toBe(true);
});

test("somebody is called where a console is open, or where mail goes out to an agent who wants it", () => {
  const { calls } = state({ team: [aMember(AWAY)] });

  expect(calls).toBe(true);
  expect(state({ mails: true, wantsAlerts: true }).calls).toBe(true);
  expect(state({ mails: true }).calls).toBe(false);
  expect(state({ wantsAlerts: true }).calls).toBe(false);
});

test("nobody is called by a shop that is closed", () => {
  expect(state({ now: sunday, team: [aMember(AWAY)], mails: true, wantsAlerts: true }).calls).toBe(false);
});
