import MailComposer from "nodemailer/lib/mail-composer";
import { oneLine } from "../write-mail.ts";
import type { KeptMail } from "./mailbox.ts";

/** What a mail program sends when its owner answers a mail, with the mail below what they wrote. */
export async function answerMail(mail: KeptMail, text: string, id: string, now: number): Promise<Buffer> {
  const [from = ""] = mail.to;
  const quoted = mail.text.split("\n").map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`));
  const composer = new MailComposer({
    messageId: `<${id}@mail.example>`,
    date: new Date(now),
    from,
    to: mail.replyTo ?? mail.from.address,
    subject: `Re: ${oneLine(mail.subject).replace(/^(re:\s*)+/i, "")}`,
    inReplyTo: mail.messageId,
    references: [mail.thread, mail.messageId].filter((reference) => reference !== null),
    text: `${text}\n\nOn ${new Date(mail.at).toUTCString()}, ${oneLine(mail.from.name)} <${mail.from.address}> wrote:\n${quoted.join("\n")}\n`,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
