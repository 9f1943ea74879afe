import MailComposer from "nodemailer/lib/mail-composer";
import type { Mail, WrittenMail } from "./mail.ts";

/** Writes a mail as MIME. No header of it takes more lines than its own, whatever names and subjects consist of. */
export async function writeMail(mail: Mail, now: number): Promise<WrittenMail> {
  const { messageId, to, from, replyTo, thread, subject, text, html, automatic } = mail;
  const composer = new MailComposer({
    messageId,
    date: new Date(now),
    from: { name: oneLine(from.name), address: from.address },
    to: to.map((address) => ({ name: "", address })),
    ...(replyTo !== null && { replyTo }),
    ...(thread !== null && { inReplyTo: thread, references: thread }),
    subject: oneLine(subject),
    text,
    html,
    ...(automatic !== null && { headers: { "Auto-Submitted": automatic, "X-Auto-Response-Suppress": "All" } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { ...mail, raw: await composer.compile().build() };
}

/** What people typed, without anything that a header could end with. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .toWellFormed();
}
