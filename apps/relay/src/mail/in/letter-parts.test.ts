import { afterEach, beforeEach, expect, test } from "vitest";
import type { Conversation } from "../../conversations/conversation.ts";
import { startRelay, type TestRelay } from "../../testing/start-relay.ts";
import { aMail, aMailOf, anAttached } from "./mail-builders.ts";
import { aMailDesk, conversationsOf, entriesOf, textsOf } from "./test-mail-desk.ts";

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(() => relay.stop());

/** What has begun by the first mail. */
async function begunBy(mail: Buffer): Promise<Conversation> {
  expect(await aMailDesk(relay).receive(mail)).toEqual({ kind: "began" });
  const [conversation] = await conversationsOf(relay);
  if (conversation === undefined) throw new Error("nothing has begun");
  return conversation;
}

test("a letter that is too long for one message becomes several, with nothing lost", async () => {
  const words = Array.from({ length: 1_500 }, (_, index) => `word${index}`).join(" ");

  const texts = await textsOf(relay, await begunBy(aMail({ headers: { Subject: "" }, body: words })));

  expect(texts.length).toBeGreaterThan(2);
  expect(texts.join(" ")).toBe(words);
});

test("a letter of a book's length is a file, and its beginning can be read here", async () => {
  const body = `${"All of it. ".repeat(7)}\r\n`.repeat(2_000);

  const entries = await entriesOf(relay, await begunBy(aMail({ headers: { Subject: "" }, body })));

  expect(entries.filter(({ kind }) => kind === "message")).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    attachments: [{ name: "mail.txt", type: "text/plain", href: expect.any(String) }],
  });
});

test("files come with their message, and those that are refused are named", async () => {
  const files = [
    anAttached("bill.pdf", "application/pdf", Buffer.from("%PDF-1.7\n%%EOF")),
    anAttached("winmail.dat", "application/ms-tnef", Buffer.from("tnef")),
  ];

  const [message] = await entriesOf(relay, await begunBy(aMailOf([{ body: "Look" }, ...files])));

  const [bill, tnef] = message?.kind === "message" ? (message.attachments ?? []) : [];
  expect(bill).toMatchObject({ name: "bill.pdf", type: "application/pdf", size: 14 });
  expect(tnef).toEqual({ name: "winmail.dat", type: "application/ms-tnef", size: 4 });
  const kept = await relay.parts.files.store.find(bill?.href?.split("/").at(-1) ?? "");
  expect(Buffer.from(kept?.content ?? "").toString()).toBe("%PDF-1.7\n%%EOF");
});
