import type { ConversationPage } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openVisitor, say, startRelay, TestClock, type TestRelay } from "../testing/index.ts";

const HOUR = 3_600_000;
const YEAR = 366 * 24 * HOUR;

let clock: TestClock;
let relay: TestRelay;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock });
  const maria = await openVisitor(relay);
  await say(maria, "first", aConversationId(1));
  await say(maria, "second", aConversationId(2));
  maria.close();
});
afterEach(() => relay.stop());

function snooze(id: string, until: unknown, { cookie = relay.owner.cookie, origin = relay.url } = {}) {
  return fetch(`${relay.url}/v1/agent/conversations/${id}/snooze`, {
    method: "POST",
    headers: { cookie, origin, "content-type": "application/json" },
    body: JSON.stringify({ until }),
  });
}

async function snoozed(): Promise<ConversationPage["conversations"]> {
  const headers = { cookie: relay.owner.cookie };
  const response = await fetch(`${relay.url}/v1/agent/conversations?state=snoozed`, { headers });
  return ((await response.json()) as ConversationPage).conversations;
}

test("what an agent puts off is listed, that which comes back first before the others", async () => {
  expect((await snooze(aConversationId(1), clock.now() + 2 * HOUR)).status).toBe(204);
  expect((await snooze(aConversationId(2), clock.now() + HOUR)).status).toBe(204);

  expect(await snoozed()).toMatchObject([
    { id: aConversationId(2), state: "snoozed", snoozedUntil: clock.now() + HOUR, waitingSince: null },
    { id: aConversationId(1), state: "snoozed" },
  ]);
});

test("asking for the same again changes nothing", async () => {
  const until = clock.now() + HOUR;
  await snooze(aConversationId(1), until);
  const [before] = await snoozed();

  expect((await snooze(aConversationId(1), until)).status).toBe(204);
  expect(await snoozed()).toEqual([before]);
});

test("a conversation is put off until a time to come, within a year", async () => {
  const answers = await Promise.all([0, -1, YEAR + 1].map((ahead) => snooze(aConversationId(1), clock.now() + ahead)));

  for (const answer of answers) expect(await answer.json()).toMatchObject({ code: "time-invalid", status: 422 });
  expect((await snooze(aConversationId(1), clock.now() + YEAR)).status).toBe(204);
});

test("what is no time, no conversation or no agent's page is refused", async () => {
  const until = clock.now() + HOUR;
  const answers = await Promise.all([
    snooze(aConversationId(1), "tomorrow"),
    snooze(aConversationId(3), until),
    snooze("nothing", until),
    snooze(aConversationId(1), until, { cookie: "" }),
    snooze(aConversationId(1), until, { origin: "https://evil.example" }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([400, 404, 404, 401, 403]);
  expect(await snoozed()).toEqual([]);
});

test("the conversations that a visitor has begun are counted from an instant on", async () => {
  const { conversations } = relay.parts.context;
  const [{ visitor } = { visitor: { id: "" } }] = (await conversations.inbox()).items;

  expect(await conversations.begunSince(visitor.id, clock.now() - 1)).toBe(2);
  expect(await conversations.begunSince(visitor.id, clock.now())).toBe(0);
  expect(await conversations.begunSince("somebody else", 0)).toBe(0);
});
