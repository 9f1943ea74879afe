import type { Message } from "@shopbell/protocol";
import type { Mail } from "../mail.ts";
import { type Letterhead, mailTo, tongueOf } from "./letterhead.ts";
import { saidBy } from "./said.ts";

/** What one transcript brings. */
export interface Asked {
  readonly upTo: number;
  readonly askedAt: number;
}

/** Everything that was said, to be taken along. */
export function transcript(head: Letterhead, messages: readonly Message[], { upTo, askedAt }: Asked): Mail {
  const tongue = tongueOf(head);
  const { t, zone } = tongue;
  const { conversation, site } = head;
  const subject = t("transcriptSubject", { number: conversation.number, shop: site.name });
  return mailTo(head, tongue, {
    kind: "transcript",
    seq: upTo,
    askedAt,
    fromName: site.name,
    subject,
    automatic: "auto-generated",
    content: {
      ticket: null,
      said: [],
      paragraphs: [t("transcript", { zone })],
      note: t("openWhy"),
      earlier: { title: subject, said: messages.map((message) => saidBy(message, tongue, head.sender.publicUrl)) },
    },
  });
}
