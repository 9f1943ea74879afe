import type { MailState } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort, openVisitor, say, startRelay, TestClock, type TestRelay } from "../testing/index.ts";
import { TestSmtpServer } from "./out/test-smtp-server.ts";

const OWN = "help@shop.example";

let smtp: TestSmtpServer;
let clock: TestClock;
const relays: TestRelay[] = [];
beforeEach(async () => {
  smtp = await TestSmtpServer.start();
  clock = new TestClock();
});
afterEach(async () => {
  for (const relay of relays.splice(0)) await relay.stop();
  await smtp.stop();
});

async function aRelay(env: Record<string, string>): Promise<TestRelay> {
  const relay = await startRelay({ clock, env });
  relays.push(relay);
  return relay;
}

function withMail(env: Record<string, string> = {}): Promise<TestRelay> {
  return aRelay({ SMTP_URL: smtp.url, MAIL_FROM: OWN, ...env });
}

function call(relay: TestRelay, path: string, { method = "GET", cookie = relay.owner.cookie } = {}) {
  return fetch(relay.url + path, { method, headers: { origin: relay.url, cookie } });
}

async function stateOf(relay: TestRelay): Promise<MailState> {
  return (await (await call(relay, "/v1/agent/mail")).json()) as MailState;
}

/** The link in the newest test message. */
async function linkIn(count: number): Promise<string> {
  const { raw } = await smtp.mail(count);
  return /\/m\/[a-z2-7]{26}/.exec(raw.replace(/=\r\n/g, ""))?.[0] ?? "";
}

test("mail works once its test has arrived, and visitors hear of it only then", async () => {
  const relay = await withMail();
  expect(await stateOf(relay)).toMatchObject({ out: { state: "untested", address: OWN }, in: { state: "off" } });
  expect((await call(relay, "/v1/agent/mail/test", { method: "POST" })).status).toBe(202);
  await relay.pulse();
  const link = await linkIn(1);
  expect(await (await fetch(relay.url + link)).text()).toContain("<button>");
  expect((await stateOf(relay)).out.state).toBe("untested");

  const confirmed = await fetch(relay.url + link, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });

  expect(confirmed.status).toBe(200);
  expect((await stateOf(relay)).out).toMatchObject({ state: "working", testedAt: clock.now() });
  expect(relay.parts.mailOut.health.mails).toBe(true);
});

test("a test of other settings is worth nothing, and a link that nobody was sent opens nothing", async () => {
  const relay = await withMail();
  await call(relay, "/v1/agent/mail/test", { method: "POST" });
  await relay.pulse();
  const link = await linkIn(1);
  const other = await aRelay({ SMTP_URL: smtp.url, MAIL_FROM: "other@shop.example", DATA_DIR: relay.dataDir });

  expect((await fetch(other.url + link, { method: "POST" })).status).toBe(404);
  expect((await stateOf(other)).out.state).toBe("untested");
  expect((await fetch(relay.url + link, { method: "POST" })).status).toBe(200);
});

test("where mail comes in, the test finds its way back by itself", async () => {
  const relay = await withMail({ INBOUND_EMAIL_SECRET: "sixteen letters!" });
  await call(relay, "/v1/agent/mail/test", { method: "POST" });
  await relay.pulse();
  await smtp.mail(2);
  const back = smtp.mails.find(({ to }) => to[0]?.startsWith("help+"));
  expect((await stateOf(relay)).in).toMatchObject({ state: "untested", via: "webhook" });

  const headers = { authorization: "Bearer sixteen letters!", "content-type": "message/rfc822" };
  const taken = await fetch(`${relay.url}/v1/mail/inbound`, { method: "POST", headers, body: back?.raw ?? "" });

  expect(await taken.json()).toEqual({ outcome: "tested" });
  expect((await stateOf(relay)).in).toMatchObject({ state: "working", address: OWN });
});

test("without a mail server nothing is dropped: mails wait, and the owner is told how many", async () => {
  const relay = await aRelay({ PUBLIC_URL: "https://chat.example.com" });
  const { db } = relay.parts.storage;
  const payload = JSON.stringify({ conversation: 1, address: "maria@mail.example" });
  const row = { kind: "acknowledgement", payload, run_at: clock.now(), created_at: clock.now() };
  await db
    .insertInto("jobs")
    .values({ id: "1", key: "1", ...row })
    .execute();
  await relay.pulse();

  const response = await relay.app.inject({
    url: "/v1/agent/mail",
    headers: { cookie: relay.owner.cookie.replace("shopbell=", "__Host-shopbell=") },
  });

  expect(response.json()).toMatchObject({ out: { state: "off" }, waiting: 1, dead: [] });
  expect(relay.parts.mailOut.health.mails).toBe(false);
});

test("a server that cannot be reached is named to the owner, and no visitor is promised mail until it is back", async () => {
  const relay = await withMail();
  await smtp.stop();
  await call(relay, "/v1/agent/mail/test", { method: "POST" });
  await relay.pulse();
  await expect
    .poll(async () => (await stateOf(relay)).out)
    .toMatchObject({
      state: "failing",
      error: expect.stringContaining("ECONNREFUSED"),
    });

  await smtp.restart();
  clock.advance(60_000);
  await relay.pulse();
  await smtp.mail(1);

  await expect.poll(async () => (await stateOf(relay)).out.state).toBe("untested");
});

test("a mailbox that cannot be read is named to the owner, in the words of what went wrong", async () => {
  const relay = await withMail({ IMAP_URL: `imap://help:secret@127.0.0.1:${await freePort()}` });
  await expect
    .poll(async () => {
      await relay.pulse();
      return (await stateOf(relay)).in;
    })
    .toMatchObject({ state: "failing", error: expect.stringContaining("ECONNREFUSED"), via: "imap" });
});

test("what was given up is listed with its conversation, and is sent again or dropped", async () => {
  const relay = await withMail();
  const id = aConversationId(1);
  const visitor = await openVisitor(relay);
  await say(visitor, "Hello?", id);
  smtp.mood = "refuses for good";
  visitor.send({ type: "request.open", conversationId: id, email: "maria@mail.example" });
  await visitor.first("entry.added", ({ entry }) => entry.kind === "event" && entry.event === "requested");
  await relay.pulse();
  await expect
    .poll(async () => (await stateOf(relay)).dead)
    .toMatchObject([{ kind: "acknowledgement", conversation: { id } }]);
  const [dead] = (await stateOf(relay)).dead;

  expect((await call(relay, `/v1/agent/mail/dead/${dead?.id}/retry`, { method: "POST" })).status).toBe(204);
  expect((await stateOf(relay)).dead).toEqual([]);
  expect((await call(relay, `/v1/agent/mail/dead/${dead?.id}`, { method: "DELETE" })).status).toBe(404);
});

test.each([
  ["GET", "/v1/agent/mail"],
  ["POST", "/v1/agent/mail/test"],
  ["POST", "/v1/agent/mail/dead/1/retry"],
  ["DELETE", "/v1/agent/mail/dead/1"],
])("%s %s is the owner's alone", async (method, path) => {
  const relay = await withMail();
  const joao = await relay.addAgent("Joao");

  expect((await call(relay, path, { method, cookie: joao.cookie })).status).toBe(403);
  expect((await call(relay, path, { method, cookie: "" })).status).toBe(401);
  expect((await call(relay, path, { method })).status).toBeOneOf([200, 202, 404]);
});

test("in demo mode without a mail server, mail is shown on a page, and can be answered from there", async () => {
  const relay = await aRelay({});
  const id = aConversationId(1);
  const visitor = await openVisitor(relay);
  await say(visitor, "Hello?", id);
  visitor.send({ type: "request.open", conversationId: id, email: "maria@mail.example" });
  await visitor.first("entry.added", ({ entry }) => entry.kind === "event" && entry.event === "requested");
  await relay.pulse();
  await expect.poll(() => relay.parts.mailOut.mailbox?.mails.length).toBe(1);
  expect(relay.parts.mailOut.health.mails).toBe(true);

  const list = await (await fetch(`${relay.url}/demo/mailbox`)).text();
  const path = /\/demo\/mailbox\/[0-9a-f]{32}/.exec(list)?.[0] ?? "";
  const framed = await fetch(`${relay.url}${path}/html`);
  const answered = await fetch(`${relay.url}${path}/reply`, {
    method: "POST",
    body: new URLSearchParams({ text: "I answer by mail." }),
  });

  expect(framed.headers.get("content-security-policy")).toContain("sandbox");
  expect(await answered.text()).toContain("Your answer has arrived in the conversation.");
  const added = await visitor.first(
    "entry.added",
    ({ entry }) => entry.kind === "message" && entry.channel === "email",
  );
  expect(added.entry).toMatchObject({ text: "I answer by mail." });
});

test("there is no mailbox page where others can reach the relay, or mail goes out", async () => {
  const outside = await aRelay({ PUBLIC_URL: "https://chat.example.com" });
  const sending = await withMail();

  expect((await outside.app.inject({ url: "/demo/mailbox" })).statusCode).toBe(404);
  expect((await call(sending, "/demo/mailbox")).status).toBe(404);
});

test("the demo's test message can be confirmed too", async () => {
  const relay = await aRelay({});
  await call(relay, "/v1/agent/mail/test", { method: "POST" });
  await relay.pulse();
  await expect.poll(async () => relay.parts.mailOut.mailbox?.mails.length).toBe(1);
  const link = `/m/${relay.parts.mailOut.marks.out}`;

  const confirmed = await fetch(relay.url + link, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });

  expect(confirmed.status).toBe(200);
  expect((await stateOf(relay)).out.state).toBe("working");
});
