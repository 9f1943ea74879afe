import { afterEach, beforeEach, expect, test } from "vitest";
import type { WrittenMail } from "./mail.ts";
import { type Mood, TestSmtpServer } from "./out/test-smtp-server.ts";
import { SmtpOutlet } from "./smtp-outlet.ts";
import { writeMail } from "./write-mail.ts";

let smtp: TestSmtpServer;
beforeEach(async () => {
  smtp = await TestSmtpServer.start();
});
afterEach(() => smtp.stop());

function aMail(): Promise<WrittenMail> {
  const mail = {
    messageId: "<1@shop.example>",
    to: ["maria@mail.example"],
    from: { name: "Lisboa Shoes", address: "help@shop.example" },
    replyTo: null,
    thread: null,
    subject: "Hello",
    text: "Hello",
    html: "Hello",
    automatic: null,
  };
  return writeMail(mail, 0);
}

test.each<[Mood, { isFinal: boolean; isRefusal: boolean }]>([
  ["refuses for good", { isFinal: true, isRefusal: true }],
  ["refuses for now", { isFinal: false, isRefusal: true }],
  ["refuses the text for now", { isFinal: false, isRefusal: true }],
  ["refuses the text", { isFinal: false, isRefusal: false }],
  ["refuses the sender", { isFinal: false, isRefusal: false }],
  ["refuses the sender late", { isFinal: false, isRefusal: false }],
  ["asks who we are", { isFinal: false, isRefusal: false }],
  ["relays for nobody", { isFinal: false, isRefusal: false }],
])("only a recipient is refused for good: a server that %s", async (mood, fault) => {
  const outlet = new SmtpOutlet(smtp.url, { atOnce: 1 });
  smtp.mood = mood;

  await expect(outlet.send(await aMail())).rejects.toMatchObject(fault);

  outlet.close();
});

test("each mail that is under way has a connection, and none waits for another", async () => {
  const outlet = new SmtpOutlet(smtp.url, { atOnce: 4 });
  const mail = await aMail();
  smtp.mood = "says nothing";
  const sent = Promise.allSettled(Array.from({ length: 4 }, () => outlet.send(mail)));

  await smtp.mail(4);

  outlet.close();
  await smtp.stop();
  await sent;
});

test("a mail that takes too long ends with its connection, so that no later attempt meets it", async () => {
  const outlet = new SmtpOutlet(smtp.url, { atOnce: 1, maxSendMs: 1 });
  smtp.mood = "says nothing";

  await expect(outlet.send(await aMail())).rejects.toMatchObject({ isFinal: false, isRefusal: false });

  await expect.poll(() => smtp.connections).toBe(0);
  outlet.close();
});
