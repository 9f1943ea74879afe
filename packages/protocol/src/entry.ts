import * as z from "zod";
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

/** What one side said to the other. */
export const Message = z.object({
  kind: z.literal("message"),
  seq: Seq,
  id: MessageId,
  author: Author,
  text: z.string(),
  at: Instant,
});
export type Message = z.infer<typeof Message>;

/** Something that happened to the conversation. It takes a seq like a message, so that one cursor recovers everything. */
export const ConversationEvent = z.object({
  kind: z.literal("event"),
  seq: Seq,
  at: Instant,
  event: z.enum(["assigned", "released", "closed", "reopened"]),
  by: Author,
});
export type ConversationEvent = z.infer<typeof ConversationEvent>;

export const Entry = z.discriminatedUnion("kind", [Message, ConversationEvent]);
export type Entry = z.infer<typeof Entry>;
