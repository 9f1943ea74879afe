import { aConversationId } from "@shopbell/protocol/testing";
import PostalMime, { type Email } from "postal-mime";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type FramePeer,
  openAgent,
  openVisitor,
  say,
  startRelay,
  TestClock,
  type TestRelay,
} from "../../testing/index.ts";
import { type Taken, TestSmtpServer } from "./test-smtp-server.ts";

const MINUTE = 60_000;
const OWN = "help@shop.example";

let smtp: TestSmtpServer;
let clock: TestClock;
let relay: TestRelay;
beforeEach(async () => {
  smtp = await TestSmtpServer.start();
  clock = new TestClock();
  relay = await startRelay({ clock, env: { SMTP_URL: smtp.url, MAIL_FROM: OWN } });
});
afterEach(async () => {
  await relay.stop();
  await smtp.stop();
});

/** Says something, and leaves an address for the answer. */
async function ask(text: string, email: string, id = aConversationId(1)) {
  const visitor = await openVisitor(relay);
  await say(visitor, text, id);
  await leaveAddress(visitor, email, id);
  visitor.close();
}

async function leaveAddress(visitor: FramePeer, email: string, conversationId: string) {
  visitor.send({ type: "request.open", conversationId, email });
  await visitor.first("entry.added", ({ entry }) => entry.kind === "event" && entry.address === email);
}

async function answer(texts: readonly string[], id = aConversationId(1)) {
  const agent = await openAgent(relay);
  for (const text of texts) await say(agent, text, id);
  agent.close();
}

async function letTimePass(ms: number) {
  clock.advance(ms);
  await relay.pulse();
}

function parsed({ raw }: Taken): Promise<Email> {
  return PostalMime.parse(raw);
}

function header(mail: Email, name: string): string | undefined {
  return mail.headers.find(({ key }) => key === name)?.value;
}

test("an acknowledgement names the number and the link, comes from the shop, and brings nothing of what was asked", async () => {
  await ask("Do you have the SINTRA boot?", "maria@mail.example");
  await relay.pulse();

  const taken = await smtp.mail(1);
  const mail = await parsed(taken);
  expect(taken).toMatchObject({ from: OWN, to: ["maria@mail.example"] });
  expect(mail.from).toEqual({ name: "Lisboa Shoes", address: OWN });
  expect(mail.replyTo?.[0]?.address).toMatch(/^help\+\d+-[a-z2-7]{26}@shop\.example$/);
  expect(header(mail, "auto-submitted")).toBe("auto-generated");
  for (const part of [mail.text, mail.html]) {
    expect(part).toMatch(/#\d+/);
    expect(part).toMatch(/\/r\/\d+-[a-z2-7]{26}/);
    expect(part).not.toContain("SINTRA");
  }
});

test("replies wait for each other, and go out as one mail from the agent, in the thread of the acknowledgement", async () => {
  await ask("Do you have the Sintra boot?", "maria@mail.example");
  await relay.pulse();
  const acknowledged = await parsed(await smtp.mail(1));
  await answer(["Yes, in 38.", "Shall I hold a pair?"]);
  await letTimePass(MINUTE);
  expect(smtp.mails).toHaveLength(1);

  await letTimePass(MINUTE);

  const mail = await parsed(await smtp.mail(2));
  expect(mail.from?.name).toBe("Ana from Lisboa Shoes");
  expect(mail.text).toMatch(/^Yes, in 38\.\n\nShall I hold a pair\?/);
  expect(mail.text).toContain("> Do you have the Sintra boot?");
  expect(mail.subject).toBe(`Re: ${acknowledged.subject}`);
  expect(header(mail, "references")).toBe(header(acknowledged, "references"));
  expect(mail.replyTo).toEqual(acknowledged.replyTo);
  expect(header(mail, "auto-submitted")).toBeUndefined();
});

test("what the visitor has seen in the chat is not mailed", async () => {
  const visitor = await openVisitor(relay);
  await say(visitor, "Do you have the Sintra boot?", aConversationId(1));
  await leaveAddress(visitor, "maria@mail.example", aConversationId(1));
  await relay.pulse();
  await smtp.mail(1);
  const agent = await openAgent(relay);
  const { seq } = await say(agent, "Yes, in 38.", aConversationId(1));
  visitor.send({ type: "seen.set", conversationId: aConversationId(1), seq });
  await visitor.caughtUp();

  await letTimePass(2 * MINUTE);

  await eventually(async () => (await relay.parts.mailOut.jobs.countDue(["reply"])) === 0);
  expect(smtp.mails).toHaveLength(1);
});

test("one address gets one acknowledgement a day, and every reply", async () => {
  await ask("First?", "maria@mail.example", aConversationId(1));
  await relay.pulse();
  await smtp.mail(1);
  await ask("Second?", "maria@mail.example", aConversationId(2));
  await answer(["The second answer."], aConversationId(2));
  await letTimePass(2 * MINUTE);

  expect((await parsed(await smtp.mail(2))).text).toContain("The second answer.");
  await emptied();
  expect(smtp.mails).toHaveLength(2);
});

test("a server that dies after it has taken a mail gets the same mail again, with the same Message-ID", async () => {
  smtp.mood = "dies after data";
  await ask("Hello?", "maria@mail.example");
  await relay.pulse();
  const first = await parsed(await smtp.mail(1));
  await failed();

  smtp.mood = "takes";
  await smtp.restart();
  await letTimePass(MINUTE);

  const second = await parsed(await smtp.mail(2));
  expect(second.messageId).toBe(first.messageId);
  expect([second.subject, second.text, second.html]).toEqual([first.subject, first.text, first.html]);
});

test("a reply that goes out twice is the same mail, and what was written meanwhile follows in its own", async () => {
  await ask("Hello?", "maria@mail.example");
  await relay.pulse();
  await smtp.mail(1);
  await answer(["Good morning."]);
  smtp.mood = "dies after data";
  await letTimePass(2 * MINUTE);
  const first = await parsed(await smtp.mail(2));
  await failed();
  await answer(["How can I help?"]);

  smtp.mood = "takes";
  await smtp.restart();
  await letTimePass(2 * MINUTE);
  const second = await parsed(await smtp.mail(3));
  await mailed();
  await letTimePass(2 * MINUTE);
  const third = await parsed(await smtp.mail(4));

  expect(second.messageId).toBe(first.messageId);
  expect(second.text).toBe(first.text);
  expect(third.text).toMatch(/^How can I help\?/);
  expect(third.messageId).not.toBe(first.messageId);
});

test("a server that does not take mail for now is asked again later, and nothing is lost", async () => {
  smtp.mood = "refuses for now";
  await ask("Hello?", "maria@mail.example");
  await relay.pulse();
  await failed();
  expect(smtp.mails).toHaveLength(0);

  smtp.mood = "takes";
  await letTimePass(MINUTE);

  expect((await smtp.mail(1)).to).toEqual(["maria@mail.example"]);
});

test("an address that the server refuses for good is given up at once, and agents see that in the conversation", async () => {
  const agent = await openAgent(relay);
  agent.send({ type: "conversation.open", conversationId: aConversationId(1), after: 0 });
  smtp.mood = "refuses for good";
  const visitor = await openVisitor(relay);
  await say(visitor, "Hello?", aConversationId(1));
  agent.send({ type: "conversation.open", conversationId: aConversationId(1), after: 0 });
  await leaveAddress(visitor, "nobody@mail.example", aConversationId(1));

  await relay.pulse();

  await agent.first("entry.added", ({ entry }) => entry.kind === "event" && entry.event === "bounced");
  await emptied();
  expect(await relay.parts.mailOut.deadJobs.list(["acknowledgement"])).toMatchObject([
    { error: expect.stringContaining("5.1.1") },
  ]);
});

test("while the server says nothing, a conversation still wakes", async () => {
  smtp.mood = "says nothing";
  await ask("Hello?", "maria@mail.example");
  await relay.pulse();
  await smtp.mail(1);
  const agent = await openAgent(relay);
  agent.send({ type: "conversation.open", conversationId: aConversationId(1), after: 0 });
  await agent.first("resumed");
  const until = clock.now() + MINUTE;
  const headers = { origin: relay.url, cookie: relay.owner.cookie, "content-type": "application/json" };
  const path = `${relay.url}/v1/agent/conversations/${aConversationId(1)}/snooze`;
  const snoozed = await fetch(path, { method: "POST", headers, body: JSON.stringify({ until }) });
  expect(snoozed.status).toBe(204);

  clock.advance(MINUTE);
  await relay.pulse();

  await agent.first("entry.added", ({ entry }) => entry.kind === "event" && entry.event === "woken");
  await smtp.stop();
});

test("a name and a subject with line breaks in them begin no header of their own", async () => {
  const hostile = "Ana\r\nBcc: everybody@evil.example\r\n\r\nBuy now";
  await relay.parts.storage.db.updateTable("sites").set({ name: hostile }).execute();
  await relay.pulse();
  await ask("Hello?", "maria@mail.example");
  await relay.parts.storage.db.updateTable("conversations").set({ subject: hostile }).execute();
  await relay.pulse();
  await answer(["Good morning."]);
  await letTimePass(2 * MINUTE);

  for (const count of [1, 2]) {
    const taken = await smtp.mail(count);
    const mail = await parsed(taken);
    expect(mail.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(taken.raw.split("\r\n\r\n")[0]).not.toMatch(/^(Bcc|Buy)/im);
    expect(taken.to).toEqual(["maria@mail.example"]);
    expect(mail.from?.address).toBe(OWN);
  }
});

test("names and texts of every script arrive as they were written", async () => {
  const name = "Ołówek & Søn «日本» 👟";
  await relay.parts.storage.db.updateTable("sites").set({ name }).execute();
  await relay.pulse();
  await ask("Hello?", "maria@mail.example");
  await answer(["Здравствуйте, <b>Мария</b> 👟"]);
  await letTimePass(2 * MINUTE);
  await smtp.mail(2);

  const mails = await Promise.all(smtp.mails.map(parsed));
  expect(mails.map(({ from }) => from?.name).sort()).toEqual([`Ana from ${name}`, name]);
  const reply = mails.find(({ from }) => from?.name?.startsWith("Ana"));
  expect(reply?.text).toContain("Здравствуйте, <b>Мария</b> 👟");
  expect(reply?.html).toContain("Здравствуйте, &lt;b&gt;Мария&lt;/b&gt; 👟");
});

/** Resolves once the attempt that is under way has failed, and its job waits again. */
async function failed(): Promise<void> {
  await eventually(async () => {
    const row = await relay.parts.storage.db.selectFrom("jobs").select("error").where("error", "is not", null);
    return (await row.execute()).length > 0;
  });
}

/** Resolves once the reply that went out is noted in the conversation. */
async function mailed(): Promise<void> {
  await eventually(async () => {
    const rows = relay.parts.storage.db.selectFrom("entries").select("seq").where("event", "=", "mailed");
    return (await rows.execute()).length > 0;
  });
}

/** Resolves once no job is under way. */
async function emptied(): Promise<void> {
  await eventually(async () => {
    const rows = relay.parts.storage.db.selectFrom("jobs").select("id").where("leased_until", "is not", null);
    return (await rows.execute()).length === 0;
  });
}

function eventually(holds: () => Promise<boolean>): Promise<void> {
  return expect.poll(holds, { timeout: 10_000 }).toBe(true);
}
