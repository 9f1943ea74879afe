import type { Mail } from "../mail.ts";
import type { MailTongue } from "../tongue.ts";
import { type Letterhead, mailTo, subjectOf, tongueOf } from "./letterhead.ts";

/**
 * Says that a request has arrived, its number, and by when a person answers. Nothing of what the visitor wrote, nor the
 * name that they gave: whoever left somebody else's address sends them no words of their own.
 */
export function acknowledgement(head: Letterhead): Mail {
  const tongue = tongueOf(head);
  const { t } = tongue;
  const { conversation, site } = head;
  const isAnswer = conversation.channel === "email";
  const subject = t("subject", { number: conversation.number, shop: site.name });
  return mailTo(head, tongue, {
    kind: "acknowledgement",
    seq: 0,
    fromName: site.name,
    subject: isAnswer ? `Re: ${subjectOf(head, tongue)}` : subject,
    automatic: isAnswer ? "auto-replied" : "auto-generated",
    content: {
      ticket: { label: t("yourNumber"), number: conversation.number, promise: promise(head, tongue) },
      said: [],
      paragraphs: [t("arrived", { shop: site.name }), t("replyHere")],
      note: t("openWhy"),
      earlier: null,
    },
  });
}

function promise({ conversation, now }: Letterhead, { t, time, zone }: MailTongue): string {
  const { promisedAt } = conversation;
  if (promisedAt === null || promisedAt < now) return t("answered");
  return t("answeredBy", { time: `${time(promisedAt)} (${zone})` });
}
