import * as z from "zod";
import { AnswerCard } from "./answer.ts";
import { Instant, MessageId, Seq } from "./ids.ts";

/** The public side of an agent: what visitors may know. `photo` is an address on the relay, or null. */
export const AgentFace = z.object({ id: z.string(), name: z.string(), photo: z.string().nullable() });
export type AgentFace = z.infer<typeof AgentFace>;

/** Who wrote a message. `rule` is the shop's own automatic text, and is always shown as such. */
export const Author = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("visitor") }),
  z.object({ kind: z.literal("agent"), agent: AgentFace }),
  z.object({ kind: z.literal("rule") }),
]);
export type Author = z.infer<typeof Author>;

/** How a message came or went. Chat is what nobody needs to be told. */
export const Channel = z.enum(["chat", "email", "form", "callback"]);
export type Channel = z.infer<typeof Channel>;

/** A file that came with a message. `href` is where it is fetched, on the relay; absent where the file was refused. */
export const Attachment = z.object({
  name: z.string(),
  type: z.string(),
  size: z.int().min(0),
  href: z.string().optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** What one side said to the other. */
export const Message = z.object({
  kind: z.literal("message"),
  seq: Seq,
  id: MessageId,
  author: Author,
  text: z.string(),
  at: Instant,
  /** Absent: by chat. */
  channel: Channel.optional(),
  attachments: z.array(Attachment).optional(),
  /** An agent put an answer of the shop's into the conversation. */
  card: AnswerCard.optional(),
});
export type Message = z.infer<typeof Message>;

/**
 * Something that happened to the conversation. It takes a seq like a message, so that one cursor recovers everything.
 *
 * requested: the visitor left an `address`, or a `phone` to be called at, and waits for an answer there · snoozed, woken: out of the agents' way `until`, and
 * back · mailed, bounced: what was written up to `upTo` went out to `address`, or came back from it.
 */
export const ConversationEvent = z.object({
  kind: z.literal("event"),
  seq: Seq,
  at: Instant,
  event: z.enum([
    ...(["assigned", "released", "closed", "reopened"] as const),
    ...(["requested", "snoozed", "woken", "mailed", "bounced"] as const),
  ]),
  by: Author,
  until: Instant.optional(),
  address: z.string().optional(),
  phone: z.string().optional(),
  callAt: Instant.optional(),
  upTo: Seq.optional(),
});
export type ConversationEvent = z.infer<typeof ConversationEvent>;

export const Entry = z.discriminatedUnion("kind", [Message, ConversationEvent]);
export type Entry = z.infer<typeof Entry>;
