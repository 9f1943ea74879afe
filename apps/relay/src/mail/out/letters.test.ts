import type { AnswerId, Author, Message } from "@shopbell/protocol";
import { ANA, aMessageId } from "@shopbell/protocol/testing";
import { describe, expect, test } from "vitest";
import { aConversation } from "../../testing/builders.ts";
import { acknowledgement } from "./acknowledgement.ts";
import { stillWaits } from "./alert.ts";
import { onColor, opaque } from "./color.ts";
import type { Letterhead } from "./letterhead.ts";
import { reply, spanToMail } from "./reply.ts";
import { transcript } from "./transcript.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 21, 14);
const VISITOR: Author = { kind: "visitor" };
const AGENT: Author = { kind: "agent", agent: { ...ANA, name: "Ana Sousa" } };

function aMessage(seq: number, author: Author, text = `text ${seq}`): Message {
  return { kind: "message", seq, id: aMessageId(seq), author, text, at: NOW + seq };
}

function aLetterhead(changes: Partial<Letterhead> = {}): Letterhead {
  return {
    conversation: aConversation({ number: 1042, email: "maria@mail.example", promisedAt: NOW + 38 * HOUR }),
    locale: "en-GB",
    subject: null,
    sender: {
      ownAddress: "help@shop.example",
      publicUrl: "https://chat.shop.example",
      links: { mailedPath: () => "/r/1042-path", replyToken: () => "1042-token" },
    },
    site: {
      name: "Lisboa Shoes",
      look: { color: "#1d4f9f", position: "end", label: null },
      hours: { timeZone: "Europe/Lisbon", week: [], exceptions: [] },
    },
    address: "maria@mail.example",
    now: NOW,
    ...changes,
  };
}

describe("an answer of the shop's in a reply", () => {
  const card = {
    id: "5b0be11a-0000-4000-8000-000000000001" as AnswerId,
    locale: "en",
    question: "Can I exchange a worn pair?",
    excerpt: "Yes, within 30 days.",
    link: "/help/demo/en/a/exchange",
  };
  const mailOf = (text: string) =>
    reply(aLetterhead(), [{ ...aMessage(1, AGENT, text), card }], { after: 0, upTo: 1 }).text;

  test("is told with where it is read", () => {
    expect(mailOf("This may help.")).toContain(
      "This may help.\nCan I exchange a worn pair?\nYes, within 30 days.\nhttps://chat.shop.example/help/demo/en/a/exchange",
    );
  });

  test("is told once", () => {
    const text = mailOf("Can I exchange a worn pair?\nhttps://chat.shop.example/help/demo/en/a/exchange");

    expect(text.split("/help/demo/en/a/exchange")).toHaveLength(2);
  });
});

describe("an acknowledgement", () => {
  test("says by when a person answers, in the visitor's language and the shop's time", () => {
    const english = acknowledgement(aLetterhead());
    const portuguese = acknowledgement(aLetterhead({ locale: "pt-PT" }));

    expect(english.text).toContain("A person answers by Monday 23 November at 11:14 (Western European Standard Time).");
    expect(portuguese.text).toContain("Uma pessoa responde até segunda-feira, 23 de novembro às 11:14");
    expect(portuguese.html).toContain('<html lang="pt-PT" dir="ltr">');
  });

  test("promises no time that has passed", () => {
    const head = aLetterhead({ conversation: aConversation({ email: "maria@mail.example", promisedAt: NOW - 1 }) });

    expect(acknowledgement(head).text).toContain("as soon as somebody is back");
  });

  test("of a mail answers it, and says that a program does", () => {
    const conversation = aConversation({ email: "maria@mail.example", channel: "email" });
    const { subject, automatic } = acknowledgement(aLetterhead({ conversation, subject: "Re: RE: My shoes" }));

    expect([subject, automatic]).toEqual(["Re: My shoes", "auto-replied"]);
  });

  test("is the same for every attempt, and another one for another address", () => {
    const first = acknowledgement(aLetterhead());

    expect(acknowledgement(aLetterhead({ now: NOW + HOUR })).messageId).toBe(first.messageId);
    expect(acknowledgement(aLetterhead({ address: "other@mail.example" })).messageId).not.toBe(first.messageId);
    expect(first.messageId).toMatch(/^<1042\.0\.acknowledgement\.[0-9a-f]{26}@shop\.example>$/);
  });
});

describe("a reply mail", () => {
  const messages = [
    aMessage(1, VISITOR),
    aMessage(2, AGENT),
    aMessage(3, VISITOR),
    aMessage(4, AGENT),
    aMessage(5, AGENT),
  ];
  const at = (mailedSeq: number, visitor: number) => ({ mailedSeq, seen: { visitor, agent: 0 } });

  test("brings what agents wrote since the last mail, unless it was seen in the chat", () => {
    expect(spanToMail(at(0, 0), messages, undefined)).toEqual({ after: 0, upTo: 5 });
    expect(spanToMail(at(2, 0), messages, undefined)).toEqual({ after: 2, upTo: 5 });
    expect(spanToMail(at(2, 4), messages, undefined)).toEqual({ after: 4, upTo: 5 });
    expect(spanToMail(at(2, 5), messages, undefined)).toBeUndefined();
    expect(spanToMail(at(0, 0), [aMessage(1, VISITOR)], undefined)).toBeUndefined();
  });

  test("stays as it was begun, until that was mailed or seen", () => {
    const begun = { after: 0, upTo: 4 };

    expect(spanToMail(at(0, 2), messages, begun)).toEqual(begun);
    expect(spanToMail(at(4, 0), messages, begun)).toEqual({ after: 4, upTo: 5 });
    expect(spanToMail(at(0, 4), messages, begun)).toEqual({ after: 4, upTo: 5 });
  });

  test("is from the agent by first name, and reminds of what it answers, but of no more", () => {
    const mail = reply(aLetterhead(), messages, { after: 2, upTo: 5 });

    expect(mail.from.name).toBe("Ana from Lisboa Shoes");
    expect(mail.text).toMatch(/^text 4\n\ntext 5\n\n/);
    expect(mail.text.match(/^> text \d$/gm)).toEqual(["> text 1", "> text 2", "> text 3"]);
  });

  test("shows what people typed as text", () => {
    const typed = '<img src=x onerror=alert(1)> {{7*7}} "';
    const { html } = reply(aLetterhead(), [aMessage(1, VISITOR, typed), aMessage(2, AGENT, typed)], {
      after: 0,
      upTo: 2,
    });

    expect(html.match(/&lt;img src=x onerror=alert\(1\)&gt; \{\{7\*7\}\} &quot;/g)).toHaveLength(2);
    expect(html).not.toContain("<img");
  });
});

test("a transcript brings everything that was said, and the names of files", () => {
  const file = { name: "heel.jpg", type: "image/jpeg", size: 1 };
  const messages = [{ ...aMessage(1, VISITOR), attachments: [file] }, aMessage(2, AGENT)];

  const { text } = transcript(aLetterhead(), messages, { upTo: 2, askedAt: NOW });

  expect(text).toMatch(/You, .*:\n> text 1\n> File: heel\.jpg\n\nAna Sousa, .*:\n> text 2/);
});

test("an alert is about a visitor who waits, be it for a first answer or a further one", () => {
  expect(stillWaits(aConversation())).toBe(true);
  expect(stillWaits(aConversation({ firstReplyAt: 2_000 }))).toBe(true);
  expect(stillWaits(aConversation({ firstReplyAt: 2_000, waitingSince: null }))).toBe(false);
  expect(stillWaits(aConversation({ state: "closed" }))).toBe(false);
});

test.each([
  ["#1d4f9f", "#ffffff"],
  ["#f2c14e", "#000000"],
  ["#ffffff", "#000000"],
  ["#000000", "#ffffff"],
])("on %s one reads %s", (color, on) => expect(onColor(color)).toBe(on));

test("a colour that is none gives no style of its own", () => {
  expect(opaque("red;background:url(//evil.example)")).toBe("#1d4f9f");
});
