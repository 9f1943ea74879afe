import type { AgentFace } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { type Roster, type Standing, teamOf, type Work, waitingAt, wantsAlerts } from "./roster.ts";
import { calledInVain } from "./unanswered.ts";

const ANA: AgentFace = { id: "ana", name: "Ana", photo: null };
const BO: AgentFace = { id: "bo", name: "Bo", photo: null };

function aStanding(changes: Partial<Standing> = {}): Standing {
  return { reason: null, capacity: 3, isDisabled: false, wantsAlerts: false, ...changes };
}

function someWork(changes: Partial<Work> = {}): Work {
  return { siteKey: "demo", assigneeId: null, open: 1, waiting: 1, calledAt: null, ...changes };
}

function aRoster(standings: Record<string, Standing>, work: readonly Work[] = []): Roster {
  return { standings: new Map(Object.entries(standings)), work };
}

test("who is there stands as they chose, with what they have in hand at all shops", () => {
  const work = [
    someWork({ assigneeId: "ana", open: 2 }),
    someWork({ assigneeId: "ana", siteKey: "bags" }),
    someWork({ open: 9 }),
  ];

  const team = teamOf([ANA, BO], aRoster({ ana: aStanding(), bo: aStanding({ reason: "idle", capacity: 1 }) }, work));

  expect(team).toEqual([
    { agent: ANA, availability: "available", reason: null, load: 3, capacity: 3 },
    { agent: BO, availability: "away", reason: "idle", load: 0, capacity: 1 },
  ]);
});

test("who was disabled is not there, who was added a moment ago is", () => {
  const roster = aRoster({ ana: aStanding({ isDisabled: true }) });

  expect(teamOf([ANA, BO], roster)).toMatchObject([{ agent: BO, availability: "available" }]);
});

test("in the queue of a shop wait those whom nobody there has taken", () => {
  const work = [
    someWork({ open: 5, waiting: 4 }),
    someWork({ assigneeId: "ana", waiting: 1 }),
    someWork({ siteKey: "bags", waiting: 2 }),
  ];

  expect(waitingAt("demo", aRoster({}, work))).toBe(4);
});

test("a chat that nobody has taken calls everybody who takes chats, one that is somebody's calls them alone", () => {
  const taking = new Map([
    ["ana", 1_000],
    ["bo", 1_000],
  ]);

  expect(calledInVain(taking, [someWork({ calledAt: 2_000 })])).toEqual(["ana", "bo"]);
  expect(calledInVain(taking, [someWork({ assigneeId: "bo", calledAt: 2_000 })])).toEqual(["bo"]);
  expect(calledInVain(taking, [someWork({ calledAt: null })])).toEqual([]);
});

test("what waited before an agent came does not call them", () => {
  const work = [someWork({ calledAt: 2_000 })];

  expect(calledInVain(new Map([["ana", 2_000]]), work)).toEqual(["ana"]);
  expect(calledInVain(new Map([["ana", 2_001]]), work)).toEqual([]);
});

test("a mail is wanted where one of the agents wants it who may still come", () => {
  const bo = aStanding({ wantsAlerts: true });

  expect(wantsAlerts(aRoster({ ana: aStanding() }))).toBe(false);
  expect(wantsAlerts(aRoster({ ana: aStanding(), bo }))).toBe(true);
  expect(wantsAlerts(aRoster({ bo: { ...bo, isDisabled: true } }))).toBe(false);
});
