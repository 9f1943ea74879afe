import { aConversationId } from "@shopbell/protocol/testing";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DEMO_SITE } from "../../sites/site.ts";
import { openAgent, openVisitor, say, startRelay, TestClock, type TestRelay } from "../../testing/index.ts";
import { TestSmtpServer } from "./test-smtp-server.ts";

const MINUTE = 60_000;
const PAUSE = 10 * MINUTE;

let smtp: TestSmtpServer;
let clock: TestClock;
let relay: TestRelay;
beforeEach(async () => {
  smtp = await TestSmtpServer.start();
  clock = new TestClock();
  relay = await startRelay({ clock, env: { SMTP_URL: smtp.url, MAIL_FROM: "help@shop.example" } });
  await relay.parts.agents.change(relay.owner.agent.id, { mailAlerts: true });
});
afterEach(async () => {
  await relay.stop();
  await smtp.stop();
});

/** A visitor rings, and stays nameless. */
async function ring(count: number): Promise<{ token: string }> {
  const visitor = await openVisitor(relay);
  await say(visitor, `My SECRET question ${count}`, aConversationId(count));
  visitor.close();
  return visitor;
}

/** An agent answers, and leaves. */
async function answer(count: number): Promise<void> {
  const agent = await openAgent(relay);
  await say(agent, "Good morning.", aConversationId(count));
  agent.close();
  await away();
}

/** Resolves once nobody is at the counter any more. */
async function away(): Promise<void> {
  const { shop } = relay.parts.counter;
  await expect
    .poll(async () => {
      clock.advance(MINUTE);
      await relay.pulse();
      return shop.atTheCounter(DEMO_SITE.key, "chat", clock.now()).rings;
    })
    .toBe(true);
}

/** Everything that is due now is done, and whatever that asks for. */
async function settle(): Promise<void> {
  const { jobs } = relay.parts.mailOut;
  await expect
    .poll(async () => {
      await relay.pulse();
      const due = relay.parts.storage.db.selectFrom("jobs").select("id").where("run_at", "<=", clock.now());
      return [await jobs.countDue(["alert"]), (await due.execute()).length];
    })
    .toEqual([0, 0]);
}

async function subjects(): Promise<(string | undefined)[]> {
  return Promise.all(smtp.mails.map(async ({ raw }) => (await PostalMime.parse(raw)).subject));
}

test("an agent who wants to know is told that a visitor finds nobody, without what the visitor wrote", async () => {
  await ring(1);
  await settle();

  const taken = await smtp.mail(1);
  expect(taken.to).toEqual(["ana@example.com"]);
  expect(taken.raw).not.toContain("SECRET");
  expect((await PostalMime.parse(taken.raw)).text).toContain("/console/");
});

test("each agent gets a mail of their own, which names no other", async () => {
  const joao = await relay.addAgent("Joao");
  await relay.addAgent("Rui");
  await relay.parts.agents.change(joao.agent.id, { mailAlerts: true });

  await ring(1);
  await settle();

  expect(smtp.mails.map(({ to }) => to).sort()).toEqual([["ana@example.com"], ["joao@example.com"]]);
  for (const { raw, to } of smtp.mails) {
    expect(raw.match(/\b(ana|joao|rui)@example\.com/g)).toEqual(to);
  }
});

test("whoever rings soon after an alert is in the next one, ten minutes later, with all others", async () => {
  await ring(1);
  await settle();
  clock.advance(MINUTE);
  await ring(2);
  await ring(3);
  await settle();
  clock.advance(PAUSE - MINUTE - 1);
  await settle();
  expect(await subjects()).toEqual(["A visitor of Lisboa Shoes is waiting (#1001)"]);

  clock.advance(1);
  await settle();
  clock.advance(PAUSE);
  await settle();

  expect((await subjects()).slice(1)).toEqual(["2 visitors of Lisboa Shoes are waiting (from #1002 on)"]);
});

test("whoever was answered meanwhile is in no alert", async () => {
  await ring(1);
  await settle();
  clock.advance(MINUTE);
  await ring(2);
  await ring(3);
  await settle();
  await answer(2);

  clock.advance(PAUSE);
  await settle();

  expect((await subjects()).slice(1)).toEqual(["A visitor of Lisboa Shoes is waiting (#1003)"]);
});

test("whoever was answered, and waits again with nobody there, is in the next alert", async () => {
  const { token } = await ring(1);
  await settle();
  await answer(1);
  clock.advance(PAUSE);
  await settle();

  const visitor = await openVisitor(relay, { token });
  await say(visitor, "One more question", aConversationId(1));
  visitor.close();
  await settle();
  clock.advance(PAUSE);
  await settle();

  const subject = "A visitor of Lisboa Shoes is waiting (#1001)";
  expect(await subjects()).toEqual([subject, subject]);
});

test("while somebody is there nobody is called, though a visitor waits", async () => {
  await ring(1);
  await settle();
  clock.advance(MINUTE);
  await ring(2);
  await settle();
  const agent = await openAgent(relay);

  clock.advance(PAUSE);
  await settle();
  expect(smtp.mails).toHaveLength(1);

  agent.close();
  await away();
  clock.advance(PAUSE);
  await settle();
  expect(await subjects()).toHaveLength(2);
});

test("an alert that the server did not take goes out once it does, with whoever has rung meanwhile", async () => {
  smtp.mood = "refuses for now";
  await ring(1);
  await expect
    .poll(async () => {
      await relay.pulse();
      return (await relay.parts.storage.db.selectFrom("jobs").select("error").execute())[0]?.error;
    })
    .toMatch(/Greylisted/);
  await ring(2);

  smtp.mood = "takes";
  clock.advance(MINUTE);
  await settle();

  expect(await subjects()).toEqual(["2 visitors of Lisboa Shoes are waiting (from #1001 on)"]);
});

test("whoever no longer wants alerts gets none that was put off", async () => {
  await ring(1);
  await settle();
  clock.advance(MINUTE);
  await ring(2);
  await settle();
  await relay.parts.agents.change(relay.owner.agent.id, { mailAlerts: false });

  clock.advance(PAUSE);
  await settle();

  expect(smtp.mails).toHaveLength(1);
});
