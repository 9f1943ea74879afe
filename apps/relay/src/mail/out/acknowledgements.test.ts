import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FramePeer, openVisitor, say, startRelay, TestClock, type TestRelay } from "../../testing/index.ts";
import { TestSmtpServer } from "./test-smtp-server.ts";

const MINUTE = 60_000;
const ID = aConversationId(1);

let smtp: TestSmtpServer;
let clock: TestClock;
let relay: TestRelay;
let visitor: FramePeer;
beforeEach(async () => {
  smtp = await TestSmtpServer.start();
  clock = new TestClock();
  relay = await startRelay({ clock, env: { SMTP_URL: smtp.url, MAIL_FROM: "help@shop.example" } });
  visitor = await openVisitor(relay);
  await say(visitor, "Hello?", ID);
});
afterEach(async () => {
  visitor.close();
  await relay.stop();
  await smtp.stop();
});

async function leave(email: string): Promise<void> {
  visitor.send({ type: "request.open", conversationId: ID, email });
  await visitor.caughtUp();
}

/** What is due was tried, and nothing is under way any more. */
async function settle(): Promise<void> {
  const { db } = relay.parts.storage;
  const left = db
    .selectFrom("jobs")
    .select("id")
    .where((where) => where.or([where("leased_until", "is not", null), where("attempts", "=", 0)]));
  await expect
    .poll(async () => {
      await relay.pulse();
      return left.execute();
    })
    .toEqual([]);
}

test("whoever leaves one address, another one and the first again gets one acknowledgement at each", async () => {
  for (const email of ["maria@mail.example", "joao@mail.example", "maria@mail.example"]) {
    await leave(email);
    await settle();
  }

  expect(smtp.mails.map(({ to }) => to)).toEqual([["maria@mail.example"], ["joao@mail.example"]]);
});

test("an acknowledgement that was given up goes out when an owner says so", async () => {
  smtp.mood = "refuses for good";
  await leave("maria@mail.example");
  await settle();
  const { deadJobs } = relay.parts.mailOut;
  const [dead] = await deadJobs.list(["acknowledgement"]);
  // The refusal has taken the address from the conversation.
  await relay.parts.storage.db.updateTable("conversations").set({ email: "maria@mail.example" }).execute();

  smtp.mood = "takes";
  await deadJobs.retry(dead?.id ?? "");
  await relay.pulse();

  expect((await smtp.mail(1)).to).toEqual(["maria@mail.example"]);
});

test("a server that refuses the sender costs no visitor their answer: mail counts as failing, and goes out later", async () => {
  smtp.mood = "refuses the sender";
  await leave("maria@mail.example");
  await settle();
  const { health, deadJobs } = relay.parts.mailOut;
  expect(health.out).toMatchObject({ state: "failing", error: expect.stringContaining("not allowed") });
  expect(await deadJobs.list(["acknowledgement"])).toEqual([]);

  smtp.mood = "takes";
  clock.advance(MINUTE);
  await relay.pulse();

  expect((await smtp.mail(1)).to).toEqual(["maria@mail.example"]);
});
