import { aConversationId } from "@shopbell/protocol/testing";
import type { Context, Correspondence } from "./accept-mail.ts";
import type { Letter } from "./letter.ts";

/** What a mail consists of, as its program writes it. */
export interface MailText {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const HEADERS = {
  From: "Maria Silva <maria@mail.example>",
  To: "help@shop.example",
  Subject: "My shoes",
  "Message-ID": "<1@mail.example>",
};

/** A mail from Maria to the shop, as bytes. A header that is set to nothing is left out. */
export function aMail({ headers = {}, body = "Where are they?" }: MailText = {}): Buffer {
  const all = Object.entries({ ...HEADERS, ...headers }).filter(([, value]) => value !== "");
  return Buffer.from([...all.map(([name, value]) => `${name}: ${value}`), "", body].join("\r\n"));
}

/** A mail with parts, each with headers and a body of its own. */
export function aMailOf(parts: readonly MailText[], { headers = {} }: MailText = {}): Buffer {
  const bodies = parts.map(({ headers: own = {}, body = "" }) => {
    const lines = Object.entries(own).map(([name, value]) => `${name}: ${value}`);
    return ["--part", ...lines, "", body].join("\r\n");
  });
  const type = { "Content-Type": "multipart/mixed; boundary=part" };
  return aMail({ headers: { ...type, ...headers }, body: [...bodies, "--part--", ""].join("\r\n") });
}

/** What a server sends when a mail of ours could not be delivered. */
export function aBounceMail(
  recipient: string,
  originalId: string,
  { action = "failed", to = "help@shop.example" } = {},
) {
  const report = ["Reporting-MTA: dns; mx.example", "", `Final-Recipient: rfc822; ${recipient}`, `Action: ${action}`];
  return aMailOf(
    [
      { body: "It could not be delivered." },
      { headers: { "Content-Type": "message/delivery-status" }, body: [...report, "Status: 5.1.1"].join("\r\n") },
      {
        headers: { "Content-Type": "text/rfc822-headers" },
        body: `Message-ID: ${originalId}\r\nSubject: Re: My shoes`,
      },
    ],
    {
      headers: {
        From: "MAILER-DAEMON@mx.example",
        To: to,
        "Return-Path": "<>",
        "Auto-Submitted": "auto-replied",
        "Content-Type": "multipart/report; report-type=delivery-status; boundary=part",
      },
    },
  );
}

/** A file in a mail. */
export function anAttached(name: string, type: string, content: Buffer): MailText {
  return {
    headers: {
      "Content-Type": type,
      "Content-Transfer-Encoding": "base64",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
    body: content.toString("base64").replace(/.{76}/g, "$&\r\n"),
  };
}

/** What Maria's mail is read as. */
export function aLetter(changes: Partial<Letter> = {}): Letter {
  return {
    from: { address: "maria@mail.example", name: "Maria Silva" },
    recipients: ["help@shop.example"],
    subject: "My shoes",
    messageId: "<1@mail.example>",
    text: "Where are they?",
    newText: "Where are they?",
    files: [],
    origin: "unknown",
    automatic: false,
    wantsNoReceipt: false,
    bounce: null,
    ...changes,
  };
}

/** Maria's conversation. */
export function aCorrespondence(changes: Partial<Correspondence> = {}): Correspondence {
  return {
    id: aConversationId(),
    number: 1_001,
    siteKey: "shoes",
    visitorId: "maria",
    email: "maria@mail.example",
    ...changes,
  };
}

/** A letter that points to nothing, at an installation whose first shop sells hats. */
export function aContext(changes: Partial<Context> = {}): Context {
  return { siteKey: "hats", replyTo: null, returned: null, isTest: false, isOwn: false, ...changes };
}
