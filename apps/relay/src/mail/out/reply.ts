import type { Message } from "@shopbell/protocol";
import type { Conversation } from "../../conversations/conversation.ts";
import type { Mail } from "../mail.ts";
import { type Letterhead, mailTo, subjectOf, tongueOf } from "./letterhead.ts";
import { saidBy } from "./said.ts";

/** Messages before the reply that remind of what it answers. */
const EARLIER = 4;

/** Which messages a reply mail brings: those after one seq, up to another. */
export interface Span {
  readonly after: number;
  readonly upTo: number;
}

/**
 * Which messages go out: what agents wrote since the last mail, and the visitor has not seen here. A span that was fixed by
 * an earlier attempt stays as it was, so that a mail that went out twice is the same mail; unless it was dealt with since.
 */
export function spanToMail(
  { mailedSeq, seen }: Pick<Conversation, "mailedSeq" | "seen">,
  messages: readonly Message[],
  fixed: Span | undefined,
): Span | undefined {
  const after = Math.max(mailedSeq, seen.visitor);
  if (fixed && fixed.upTo > after) return fixed;
  const last = messages.findLast(({ author, seq }) => author.kind === "agent" && seq > after);
  return last && { after, upTo: last.seq };
}

/** What agents wrote, from the last of them, with what was said before it. */
export function reply(head: Letterhead, messages: readonly Message[], { after, upTo }: Span): Mail {
  const tongue = tongueOf(head);
  const { t } = tongue;
  const written = messages.filter(({ seq, author }) => author.kind === "agent" && seq > after && seq <= upTo);
  const first = written[0]?.seq ?? upTo;
  const before = messages.filter(({ seq }) => seq < first).slice(-EARLIER);
  return mailTo(head, tongue, {
    kind: "reply",
    seq: upTo,
    fromName: t("fromAgent", { agent: firstName(written.at(-1)), shop: head.site.name }),
    subject: `Re: ${subjectOf(head, tongue)}`,
    automatic: null,
    content: {
      ticket: null,
      said: written.map((message) => saidBy(message, tongue, head.sender.publicUrl)),
      paragraphs: [],
      note: t("replyHere"),
      earlier: { title: t("earlier"), said: before.map((message) => saidBy(message, tongue, head.sender.publicUrl)) },
    },
  });
}

function firstName(message: Message | undefined): string {
  const name = message?.author.kind === "agent" ? message.author.agent.name : "";
  return name.trim().split(/\s+/)[0] ?? "";
}
