import { expect, test } from "vitest";
import type { Mail } from "./mail.ts";
import { oneLine, writeMail } from "./write-mail.ts";

function aMail(changes: Partial<Mail> = {}): Mail {
  return {
    messageId: "<1@shop.example>",
    to: ["maria@mail.example"],
    from: { name: "Lisboa Shoes", address: "help@shop.example" },
    replyTo: null,
    thread: null,
    subject: "Your request",
    text: "Hello",
    html: "<p>Hello</p>",
    automatic: null,
    ...changes,
  };
}

test.each([
  ["Ana\r\nBcc: everybody@evil.example", "Ana Bcc: everybody@evil.example"],
  ["\0Ana\u2028\u0085Sousa\t ", "Ana Sousa"],
  ["half of a pair \ud83d", "half of a pair \ufffd"],
])("%j is one line", (typed, line) => expect(oneLine(typed)).toBe(line));

test("whatever names and subjects hold, a mail has the headers that it was given and no others", async () => {
  const hostile = '"\r\nBcc: everybody@evil.example\r\n\r\n<script>" <evil@evil.example>, ';
  const plain = await writeMail(aMail(), 0);
  const attacked = await writeMail(
    aMail({ from: { name: hostile, address: "help@shop.example" }, subject: hostile }),
    0,
  );

  expect(namesIn(attacked.raw)).toEqual(namesIn(plain.raw));
});

function namesIn(raw: Buffer): string[] {
  const [head = ""] = raw.toString().split("\r\n\r\n");
  return head
    .replace(/\r\n[ \t]/g, " ")
    .split("\r\n")
    .map((line) => line.slice(0, line.indexOf(":")));
}
