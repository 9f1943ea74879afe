import * as z from "zod";
import { AgentFace, Channel, Message } from "./entry.ts";
import { ConversationId, Cursor, Instant } from "./ids.ts";
import { Page } from "./text.ts";

export const ConversationState = z.enum(["open", "snoozed", "closed"]);
export type ConversationState = z.infer<typeof ConversationState>;

/** How far each side has seen a conversation. Markers only move forward. */
export const Seen = z.object({ visitor: Cursor, agent: Cursor });
export type Seen = z.infer<typeof Seen>;

/** What a visitor holds of a conversation that is answered later: the ticket with its number. */
export const RequestCard = z.object({
  number: z.int(),
  /** Where the answer goes beside here; null where no address was left. */
  email: z.string().nullable(),
  /** A number to call back, in E.164. */
  phone: z.string().nullable(),
  /** When to call; null is as soon as it suits the shop. */
  callAt: Instant.nullable(),
  /** By when a person answers; null where nothing was promised. */
  answersBy: Instant.nullable(),
  /** Path on the relay of the page that shows it without a chat. Whoever has it may read and write there. */
  link: z.string(),
});
export type RequestCard = z.infer<typeof RequestCard>;

const head = {
  id: ConversationId,
  number: z.int(),
  state: ConversationState,
  lastSeq: Cursor,
  lastMessage: Message.nullable(),
  seen: Seen,
};

/** What a visitor knows of one of their own conversations before its entries are loaded. */
export const ConversationHead = z.object({ ...head, request: RequestCard.nullable() });
export type ConversationHead = z.infer<typeof ConversationHead>;

/**
 * One row of the agents' inbox. `channel` is how it began.
 *
 * `waitingSince` is the instant of the oldest visitor message that nobody has answered; null is "their turn".
 * `unread` counts the visitor's messages that no agent has seen.
 */
export const ConversationSummary = z.object({
  ...head,
  channel: Channel,
  site: z.object({ key: z.string(), name: z.string() }),
  visitor: z.object({ id: z.string(), name: z.string().nullable() }),
  /** Where the visitor reads answers beside here. */
  email: z.string().nullable(),
  /** The number that they want to be called back at, in E.164, and from when on. */
  phone: z.string().nullable(),
  callAt: Instant.nullable(),
  /** By when the visitor was told that a person answers. */
  promisedAt: Instant.nullable(),
  snoozedUntil: Instant.nullable(),
  assignee: AgentFace.nullable(),
  waitingSince: Instant.nullable(),
  unread: z.int().min(0),
  startedOn: Page.nullable(),
  createdAt: Instant,
});
export type ConversationSummary = z.infer<typeof ConversationSummary>;
