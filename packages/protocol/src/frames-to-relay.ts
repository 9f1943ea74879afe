import * as z from "zod";
import { AnswerId, AnswerLocale } from "./answer.ts";
import { ConversationId, Cursor, Instant, MessageId, Seq } from "./ids.ts";
import { MAX_CURSORS } from "./limits.ts";
import { AgentAvailability } from "./site.ts";
import { Page, Text } from "./text.ts";

const Cursors = z
  .record(ConversationId, Cursor)
  .refine((cursors) => Object.keys(cursors).length <= MAX_CURSORS, "too many cursors");

const resumption = { protocol: z.int().min(0), cursors: Cursors, epoch: z.string().max(64).nullable() };

/** A language as browsers name it (BCP 47). Some name it otherwise: that says nothing, and is no reason to turn a visitor away. */
const Locale = z
  .string()
  .regex(/^[a-z0-9-]{2,35}$/i)
  .optional()
  .catch(undefined);

/** First frame of a visitor. A null token asks the relay for a new one. */
export const VisitorHello = z.object({
  type: z.literal("hello"),
  ...resumption,
  token: z.string().max(128).nullable(),
  locale: Locale,
});
export type VisitorHello = z.infer<typeof VisitorHello>;

/** First frame of an agent. Who it is was decided by the cookie of the upgrade. */
export const AgentHello = z.object({ type: z.literal("hello"), ...resumption });
export type AgentHello = z.infer<typeof AgentHello>;

/** Says something. With `start`, a visitor's unknown conversation id begins a conversation. */
export const MessageSend = z.object({
  type: z.literal("message.send"),
  conversationId: ConversationId,
  id: MessageId,
  text: Text,
  start: z.boolean().optional(),
  page: Page.optional(),
});
export type MessageSend = z.infer<typeof MessageSend>;

/** An agent may send a published answer along, as a card: the relay looks it up, so that nobody can make one up. */
export const AgentMessageSend = MessageSend.omit({ start: true, page: true }).extend({
  answer: z.object({ id: AnswerId, locale: AnswerLocale }).optional(),
});
export type AgentMessageSend = z.infer<typeof AgentMessageSend>;

export const TypingSet = z.object({
  type: z.literal("typing.set"),
  conversationId: ConversationId,
  typing: z.boolean(),
});
export const SeenSet = z.object({ type: z.literal("seen.set"), conversationId: ConversationId, seq: Seq });

/** Watches a conversation. `after: null` asks for its newest page, a number for everything after that seq. */
export const ConversationOpen = z.object({
  type: z.literal("conversation.open"),
  conversationId: ConversationId,
  after: Cursor.nullable(),
});
/** Stops watching. */
export const ConversationLeave = z.object({ type: z.literal("conversation.leave"), conversationId: ConversationId });
/** Asks for the page of entries before a seq. */
export const HistoryFetch = z.object({ type: z.literal("history.fetch"), conversationId: ConversationId, before: Seq });
/** Asks for a heartbeat at once: is this socket still alive? */
export const Probe = z.object({ type: z.literal("probe") });
export const HeartbeatAnswer = z.object({ type: z.literal("heartbeat.answer") });

/** A visitor ends everything: open conversations are closed, and the token is worth nothing any more. */
export const VisitorForget = z.object({ type: z.literal("visitor.forget") });

/**
 * A visitor leaves where the answer shall go: an address, a number to be called back at, or both. What is wrong with either is
 * answered with `problem`, so that it can be said beside the field.
 */
export const RequestOpen = z.object({
  type: z.literal("request.open"),
  conversationId: ConversationId,
  email: z.string().max(320).optional(),
  phone: z.string().max(40).optional(),
  /** One of the times that `GET /v1/sites/KEY/call-times` offers. */
  callAt: Instant.optional(),
});
export type RequestOpen = z.infer<typeof RequestOpen>;

/** An agent takes chats from now on, or steps away. `idle`: not they but their silence says so. */
export const AvailabilitySet = z.object({
  type: z.literal("availability.set"),
  availability: AgentAvailability,
  idle: z.boolean().optional(),
});
export type AvailabilitySet = z.infer<typeof AvailabilitySet>;

const shared = [TypingSet, SeenSet, ConversationOpen, ConversationLeave, HistoryFetch, Probe, HeartbeatAnswer] as const;

/** Everything that a visitor's end may send. */
export const VisitorFrame = z.discriminatedUnion("type", [
  VisitorHello,
  VisitorForget,
  RequestOpen,
  MessageSend,
  ...shared,
]);
export type VisitorFrame = z.infer<typeof VisitorFrame>;

/** Everything that an agent's end may send. */
export const AgentFrame = z.discriminatedUnion("type", [AgentHello, AvailabilitySet, AgentMessageSend, ...shared]);
export type AgentFrame = z.infer<typeof AgentFrame>;

/** A poll carries a hello and then whatever is to be sent: the same frames under the same rules. */
export const PollRequest = z.object({
  frames: z.array(z.unknown()).min(1).max(60),
  waitMs: z.int().min(0).max(30_000),
});
export type PollRequest = z.infer<typeof PollRequest>;
