import { afterEach, beforeEach, expect, test } from "vitest";
import { partyOf } from "../../agents/agent.ts";
import type { Conversation } from "../../conversations/conversation.ts";
import { openRequest } from "../../conversations/request.ts";
import { startRelay, type TestRelay } from "../../testing/start-relay.ts";
import { aBounceMail, aMail, type MailText } from "./mail-builders.ts";
import type { MailDesk } from "./receive-mail.ts";
import {
  aMailDesk,
  conversationsOf,
  entriesOf,
  jobsOf,
  notesOf,
  OWN_ADDRESS,
  replyAddress,
  SERVER_NAME,
  TEST_TAG,
  textsOf,
} from "./test-mail-desk.ts";

const PASSED = `${SERVER_NAME}; dmarc=pass header.from=mail.example`;
const FAILED = `${SERVER_NAME}; dmarc=fail header.from=mail.example`;

let relay: TestRelay;
let mails: MailDesk;
beforeEach(async () => {
  relay = await startRelay();
  mails = aMailDesk(relay);
});
afterEach(() => relay.stop());

/** Maria has written, and a conversation has begun by it. */
async function begun(mail: MailText = {}): Promise<Conversation> {
  expect(await mails.receive(aMail(mail))).toEqual({ kind: "began" });
  const all = await conversationsOf(relay);
  const last = all.at(-1);
  if (last === undefined) throw new Error("nothing has begun");
  return last;
}

function aReply(to: string, headers: Record<string, string> = {}, body = "Thank you!"): Buffer {
  return aMail({ headers: { To: to, Subject: "Re: My shoes", "Message-ID": "<2@mail.example>", ...headers }, body });
}

test("mail that belongs to nothing begins a request that is answered at its sender's address", async () => {
  const conversation = await begun();

  expect(conversation).toMatchObject({
    channel: "email",
    email: "maria@mail.example",
    visitor: { name: "Maria Silva" },
    site: { key: "demo" },
  });
  expect(await textsOf(relay, conversation)).toEqual(["My shoes\n\nWhere are they?"]);
  expect(await entriesOf(relay, conversation)).toMatchObject([{ channel: "email" }, { event: "requested" }]);
  expect(await notesOf(relay, conversation)).toEqual({ subject: "My shoes", verifiedAt: null });
  expect(await jobsOf(relay)).toContain("acknowledgement");
});

test("mail that came through a group is a request like any other, which is answered by people only", async () => {
  const conversation = await begun({ headers: { "List-Id": "<help.shop.example>", Precedence: "list" } });

  expect(conversation).toMatchObject({ channel: "email", email: "maria@mail.example" });
  expect(await jobsOf(relay)).not.toContain("acknowledgement");
});

test("nobody gets mail because somebody else has written in their name", async () => {
  const conversation = await begun({ headers: { "Authentication-Results": FAILED } });

  expect(await textsOf(relay, conversation)).toHaveLength(1);
  expect(await jobsOf(relay)).not.toContain("acknowledgement");
});

test("a reply joins its conversation, without the mail that it answers, and proves the address", async () => {
  const conversation = await begun();
  const body = "Thank you!\r\n\r\nOn Mon, 5 Jan 2026 at 09:00, Ana <help@shop.example> wrote:\r\n> On their way.";

  expect(await mails.receive(aReply(replyAddress(relay, conversation).toUpperCase(), {}, body))).toEqual({
    kind: "joined",
  });

  expect(await textsOf(relay, conversation)).toEqual(["My shoes\n\nWhere are they?", "Thank you!"]);
  expect((await notesOf(relay, conversation)).verifiedAt).not.toBeNull();
  expect(await conversationsOf(relay)).toHaveLength(1);
});

test("the same mail again changes nothing, whichever way it came", async () => {
  const conversation = await begun();
  const reply = aReply(replyAddress(relay, conversation));
  await mails.receive(reply);
  const before = await entriesOf(relay, conversation);

  await mails.receive(aMail());
  await mails.receive(reply);
  await mails.receive(Buffer.concat([Buffer.from("Received: from elsewhere\r\n"), reply]));

  expect(before).toHaveLength(3);
  expect(await entriesOf(relay, conversation)).toEqual(before);
  expect(await conversationsOf(relay)).toHaveLength(1);
});

test("two mails with one Message-ID are two mails", async () => {
  const conversation = await begun();
  const to = replyAddress(relay, conversation);
  await mails.receive(aReply(to, {}, "Thank you!"));

  expect(await mails.receive(aReply(to, {}, "And in blue?"))).toEqual({ kind: "joined" });

  expect(await textsOf(relay, conversation)).toEqual([expect.anything(), "Thank you!", "And in blue?"]);
});

test.each([
  ["a known In-Reply-To and subject", { "In-Reply-To": "<1@mail.example>", References: "<1@mail.example>" }, false],
  ["the Message-ID of another's mail", { "Message-ID": "<1@mail.example>" }, false],
  ["a token that was sent to another", { From: "mallory@mail.example" }, true],
  ["a token and a forged From, as our server says", { "Authentication-Results": FAILED }, true],
  ["a token and two senders", { Sender: "maria@mail.example", From: "mallory@evil.example" }, true],
])("with %s nobody gets into a conversation, and learns nothing of it", async (_, headers, hasToken) => {
  const conversation = await begun();
  const before = await entriesOf(relay, conversation);

  const received = await mails.receive(aReply(hasToken ? replyAddress(relay, conversation) : OWN_ADDRESS, headers));

  expect(received).toEqual({ kind: "began" });
  expect(await entriesOf(relay, conversation)).toEqual(before);
  const [, other] = await conversationsOf(relay);
  if (other === undefined) throw new Error("nothing new has begun");
  expect(other.visitor.id).not.toBe(conversation.visitor.id);
  expect(await textsOf(relay, other)).toEqual(["Re: My shoes\n\nThank you!"]);
  expect((await notesOf(relay, other)).verifiedAt).toBeNull();
});

test("being in copy grants nothing: not the reply of who was, and no mail to them", async () => {
  const conversation = await begun({ headers: { Cc: "mallory@mail.example" } });
  const before = await entriesOf(relay, conversation);

  await mails.receive(aReply(OWN_ADDRESS, { From: "mallory@mail.example", Cc: replyAddress(relay, conversation) }));

  expect(await entriesOf(relay, conversation)).toEqual(before);
  expect(conversation.email).toBe("maria@mail.example");
});

test("a token of another conversation, or one that was made up, opens nothing", async () => {
  const conversation = await begun();
  const other = await begun({ headers: { From: "Rui <rui@mail.example>", "Message-ID": "<9@mail.example>" } });
  const [, token = ""] = relay.parts.links.replyToken(other, "rui@mail.example").split("-");
  const before = await entriesOf(relay, conversation);

  for (const tag of [
    `${conversation.number}-${token}`,
    `${conversation.number}-${"a".repeat(26)}`,
    "1-1",
    "__proto__",
  ]) {
    await mails.receive(aReply(`help+${tag}@shop.example`, { "Message-ID": `<${tag}@mail.example>` }));
  }

  expect(await entriesOf(relay, conversation)).toEqual(before);
});

test("a reply to a mail that went to an address of before begins something new, and proves nothing of the new one", async () => {
  const conversation = await begun();
  const old = replyAddress(relay, conversation);
  await moveTo("rui@mail.example", conversation);
  const before = await entriesOf(relay, conversation);

  expect(await mails.receive(aReply(old, { From: "rui@mail.example" }))).toEqual({ kind: "began" });
  expect(await mails.receive(aReply(old))).toEqual({ kind: "began" });

  expect(await entriesOf(relay, conversation)).toEqual(before);
  expect((await notesOf(relay, conversation)).verifiedAt).toBeNull();
});

/** Its visitor wants the answer elsewhere. */
async function moveTo(email: string, { id, visitor, site }: Conversation): Promise<void> {
  const party = { kind: "visitor", id: visitor.id, siteKey: site.key, tokenHash: null } as const;
  const moved = await relay.parts.context.desk.decide({ party, conversationId: id }, (ledger, now) =>
    openRequest(ledger, party, id, { email }, now),
  );
  expect(moved.kind).toBe("changed");
}

test("a proved sender is noted as such, and history stays closed to them all the same", async () => {
  const first = await begun();

  const second = await begun({ headers: { "Message-ID": "<2@mail.example>", "Authentication-Results": PASSED } });

  expect((await notesOf(relay, second)).verifiedAt).not.toBeNull();
  expect(second.visitor.id).not.toBe(first.visitor.id);
});

test("automatic mail is never answered, so that no loop begins", async () => {
  const conversation = await begun();
  const before = [await entriesOf(relay, conversation), await jobsOf(relay)];

  for (const headers of [{ "Auto-Submitted": "auto-replied" }, { Precedence: "bulk" }, { "Return-Path": "<>" }]) {
    expect(await mails.receive(aReply(replyAddress(relay, conversation), headers))).toMatchObject({ kind: "ignored" });
    expect(await mails.receive(aReply(OWN_ADDRESS, headers))).toMatchObject({ kind: "ignored" });
  }

  expect([await entriesOf(relay, conversation), await jobsOf(relay)]).toEqual(before);
  expect(await conversationsOf(relay)).toHaveLength(1);
});

test("mail of our own that comes back to us is not taken for a visitor's", async () => {
  await noteSent("<1001.2@shop.example>");

  expect(await mails.receive(aReply(OWN_ADDRESS, { From: `Ana <${OWN_ADDRESS}>` }))).toMatchObject({ why: "own" });
  expect(await mails.receive(aReply(OWN_ADDRESS, { From: "help+1001-x@shop.example" }))).toMatchObject({ why: "own" });
  expect(await mails.receive(aMail({ headers: { "Message-ID": "<1001.2@shop.example>" } }))).toMatchObject({
    why: "own",
  });
  expect(await conversationsOf(relay)).toEqual([]);
});

test("a test message is noted where it bears what was sent, and comes from us", async () => {
  const to = `help+${TEST_TAG}@shop.example`;

  expect(await mails.receive(aMail({ headers: { From: OWN_ADDRESS, To: to } }))).toEqual({ kind: "tested" });
  expect((await mails.receive(aMail({ headers: { To: to } }))).kind).toBe("began");
  expect((await mails.receive(aMail({ headers: { From: OWN_ADDRESS } }))).kind).toBe("ignored");
});

async function noteSent(messageId: string, conversation: number | null = null): Promise<void> {
  const sent = { message_id: messageId, kind: "reply", recipient: "maria@mail.example", conversation, at: 1 };
  await relay.parts.storage.db.insertInto("sent_mails").values(sent).execute();
}

test("a mail that comes back is seen in its conversation, and nothing more goes there", async () => {
  const conversation = await begun();
  await noteSent("<1001.2@shop.example>", conversation.number);

  const bounce = aBounceMail("maria@mail.example", "<1001.2@shop.example>");
  expect(await mails.receive(bounce)).toEqual({ kind: "bounced" });
  expect(await mails.receive(bounce)).toEqual({ kind: "bounced" });

  const entries = await entriesOf(relay, conversation);
  expect(entries).toHaveLength(3);
  expect(entries.at(-1)).toMatchObject({ event: "bounced", address: "maria@mail.example" });
  expect((await conversationsOf(relay))[0]?.email).toBeNull();
});

test("who answers from an address that mail came back from is in the same conversation, and gets answers again", async () => {
  const conversation = await begun();
  const reply = aReply(replyAddress(relay, conversation));
  await noteSent("<1001.2@shop.example>", conversation.number);
  await mails.receive(aBounceMail("maria@mail.example", "<1001.2@shop.example>"));

  expect(await mails.receive(reply)).toEqual({ kind: "joined" });
  expect(await mails.receive(reply)).toEqual({ kind: "joined" });

  expect(await conversationsOf(relay)).toMatchObject([{ email: "maria@mail.example" }]);
  expect((await textsOf(relay, conversation)).filter((text) => text === "Thank you!")).toHaveLength(1);
});

test("a report that names a mail which we never sent changes nothing", async () => {
  const conversation = await begun();
  const before = await entriesOf(relay, conversation);

  const received = await mails.receive(aBounceMail("maria@mail.example", "<1001.2@shop.example>"));

  expect(received).toEqual({ kind: "ignored", why: "bounce" });
  expect(await entriesOf(relay, conversation)).toEqual(before);
});

test("what could not be stored is said to be so, and is whole once it comes again", async () => {
  const { desk } = relay.parts.context;
  const failing = aMailDesk(relay, {
    desk: {
      receive: (party, sending) => desk.receive(party, sending),
      decide: async () => ({ kind: "refused", reason: "storage-failed" }),
    },
  });

  expect(await failing.receive(aMail())).toEqual({ kind: "not-stored" });
  const conversation = await begun();

  expect(await entriesOf(relay, conversation)).toHaveLength(2);
  expect(await conversationsOf(relay)).toHaveLength(1);
});

test("a mail that could not be read yet, because too many others are, is not lost", async () => {
  const busy = aMailDesk(relay, { read: async () => undefined });

  expect(await busy.receive(aMail())).toEqual({ kind: "not-stored" });
});

test("a reply brings back what an agent has closed", async () => {
  const conversation = await begun();
  const { agents, context } = relay.parts;
  const signedIn = await agents.signedIn(await agents.signIn(relay.owner.agent.id, "a test"), { used: true });
  if (signedIn === undefined) throw new Error("Ana is not signed in");
  await context.desk.change(partyOf(signedIn), conversation.id, "close");
  expect(await conversationsOf(relay)).toEqual([]);

  await mails.receive(aReply(replyAddress(relay, conversation)));

  expect(await conversationsOf(relay)).toMatchObject([{ id: conversation.id, state: "open" }]);
});
