import * as z from "zod";
import { AgentFace, Message } from "./entry.ts";
import { ConversationId, Cursor, Instant } from "./ids.ts";
import { Page } from "./text.ts";

export const ConversationState = z.enum(["open", "closed"]);
export type ConversationState = z.infer<typeof ConversationState>;

/** How far each side has seen a conversation. Markers only move forward. */
export const Seen = z.object({ visitor: Cursor, agent: Cursor });
export type Seen = z.infer<typeof Seen>;

/** What a visitor knows of one of their own conversations before its entries are loaded. */
export const ConversationHead = z.object({
  id: ConversationId,
  number: z.int(),
  state: ConversationState,
  lastSeq: Cursor,
  lastMessage: Message.nullable(),
  seen: Seen,
});
export type ConversationHead = z.infer<typeof ConversationHead>;

/**
 * One row of the agents' inbox.
 *
 * `waitingSince` is the instant of the oldest visitor message that nobody has answered; null is "their turn".
 * `unread` counts the visitor's messages that no agent has seen.
 */
export const ConversationSummary = ConversationHead.extend({
  site: z.object({ key: z.string(), name: z.string() }),
  visitor: z.object({ id: z.string(), name: z.string().nullable() }),
  assignee: AgentFace.nullable(),
  waitingSince: Instant.nullable(),
  unread: z.int().min(0),
  startedOn: Page.nullable(),
  createdAt: Instant,
});
export type ConversationSummary = z.infer<typeof ConversationSummary>;
