import type { AwayReason } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LONE_BOARD } from "../availability/presence-board.ts";
import { RosterStore } from "../availability/roster-store.ts";
import { ANSWER_WITHIN_MS } from "../availability/unanswered.ts";
import type { AgentParty, VisitorParty } from "../conversations/party.ts";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aSqliteStorage } from "../testing/test-storage.ts";
import { Attendance } from "./attendance.ts";
import { MemoryBus } from "./memory-bus.ts";
import { RosterFeed } from "./roster-feed.ts";

const id = aConversationId(1);

let storage: Storage;
let desk: TestDesk;
let attendance: Attendance;
let feed: RosterFeed;
let maria: VisitorParty;
beforeEach(async () => {
  storage = await aSqliteStorage();
  await addSite(storage.db, DEMO_SITE, 1);
  desk = new TestDesk(storage);
  const { clock } = desk;
  const bus = new MemoryBus();
  attendance = new Attendance({ lingerMs: 0, board: LONE_BOARD, bus, clock });
  feed = new RosterFeed({
    store: new RosterStore(storage.db),
    attendance,
    bus,
    clock,
    fault: (fault) => desk.faults.push(fault),
  });
  maria = await desk.aVisitor();
});
afterEach(async () => {
  expect(desk.faults).toEqual([]);
  await storage.close();
});

/** An agent whose console is open. */
async function arrives(name: string): Promise<AgentParty> {
  const agent = await desk.anAgent(name);
  attendance.arrive(agent.face);
  return agent;
}

async function after(ms: number): Promise<void> {
  desk.clock.advance(ms);
  await feed.changed();
  await feed.changed(); // what the first has found is read by the second
}

function reasons(): Record<string, AwayReason | null> {
  return Object.fromEntries(feed.team.map(({ agent, reason }) => [agent.name, reason]));
}

test("agents who leave a new chat alone for five minutes are set away", async () => {
  await arrives("Ana");
  await arrives("Bo");
  await desk.send(maria, "hello", id);

  await after(ANSWER_WITHIN_MS - 1);
  expect(reasons()).toEqual({ Ana: null, Bo: null });
  await after(1);

  expect(reasons()).toEqual({ Ana: "unanswered", Bo: "unanswered" });
});

test("who does something else meanwhile stays", async () => {
  const ana = await arrives("Ana");
  await arrives("Bo");
  await desk.send(maria, "hello", aConversationId(2));
  await desk.send(ana, "good morning", aConversationId(2));
  await desk.send(maria, "hello", id);

  await after(ANSWER_WITHIN_MS / 2);
  await desk.send(ana, "still here", aConversationId(2));
  await after(ANSWER_WITHIN_MS / 2);
  expect(reasons()).toEqual({ Ana: null, Bo: "unanswered" });

  await after(ANSWER_WITHIN_MS / 2);
  expect(reasons()).toEqual({ Ana: "unanswered", Bo: "unanswered" });
});

test("a chat that is somebody's is nobody else's to answer", async () => {
  const ana = await arrives("Ana");
  await arrives("Bo");
  await desk.send(maria, "hello", id);
  await desk.send(ana, "good morning", id);
  await desk.send(maria, "do you have these in blue?", id);

  await after(ANSWER_WITHIN_MS);

  expect(reasons()).toEqual({ Ana: "unanswered", Bo: null });
});

test("what waited overnight sends nobody away who comes in the morning, nor again who says that they are here", async () => {
  await desk.send(maria, "hello", id);
  await after(1);
  const ana = await arrives("Ana");
  await after(2 * ANSWER_WITHIN_MS);
  expect(reasons()).toEqual({ Ana: null });

  await desk.send(maria, "hello?", aConversationId(2));
  await after(ANSWER_WITHIN_MS);
  expect(reasons()).toEqual({ Ana: "unanswered" });
  desk.clock.advance(1);
  await feed.choose(ana.id, null);
  await after(2 * ANSWER_WITHIN_MS);

  expect(reasons()).toEqual({ Ana: null });
});

test("an agent who comes back is as they were", async () => {
  const ana = await arrives("Ana");
  await feed.choose(ana.id, "idle");
  attendance.leave(ana.id);
  attendance.sweep();
  expect(feed.team).toEqual([]);

  attendance.arrive(ana.face);

  expect(reasons()).toEqual({ Ana: "idle" });
});

test("what is open counts, and who waits in the queue", async () => {
  const ana = await arrives("Ana");
  for (const n of [1, 2, 3]) await desk.send(maria, "hello", aConversationId(n));
  await desk.send(ana, "good morning", id);

  desk.clock.advance(2_000);
  await feed.pulse();

  expect(feed.team).toMatchObject([{ load: 1, capacity: 5 }]);
  expect(feed.waitingAt(DEMO_SITE.key)).toBe(2);
});
