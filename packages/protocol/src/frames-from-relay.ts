import * as z from "zod";
import { ConversationHead, ConversationSummary, RequestCard, Seen } from "./conversation.ts";
import { AgentFace, Author, Entry } from "./entry.ts";
import { ConversationId, Cursor, Instant, MessageId, Seq } from "./ids.ts";
import { ProblemCode } from "./problems.ts";
import { SiteState, TeamMember } from "./site.ts";

const inConversation = { conversationId: ConversationId };

/** Who the relay takes this peer for. */
export const You = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("visitor"), id: z.string() }),
  z.object({ kind: z.literal("agent"), agent: AgentFace }),
]);

/** Answer to hello. `token` is there only when a new one was minted. Another `epoch` than before: drop all that was cached. */
export const Welcome = z.object({
  type: z.literal("welcome"),
  protocol: z.int(),
  epoch: z.string(),
  at: Instant,
  you: You,
  token: z.string().optional(),
  /** A visitor's site. */
  site: SiteState.nullable(),
  /** Agents: who is there, oneself included. */
  team: z.array(TeamMember),
  conversations: z.array(ConversationHead),
});
export type Welcome = z.infer<typeof Welcome>;

/** Durable. Sent again, unchanged, when the same message is sent again. `number` is the conversation's, where the sender asked to begin it. */
export const MessageAccepted = z.object({
  type: z.literal("message.accepted"),
  ...inConversation,
  id: MessageId,
  seq: Seq,
  at: Instant,
  number: z.int().optional(),
});
/** Not stored. With `retry`, the same message may be sent again after `retryInMs`. */
export const MessageRefused = z.object({
  type: z.literal("message.refused"),
  ...inConversation,
  id: MessageId,
  reason: ProblemCode,
  retry: z.boolean(),
  retryInMs: z.int().optional(),
});
/** One new entry: a message or an event. */
export const EntryAdded = z.object({ type: z.literal("entry.added"), ...inConversation, entry: Entry });
/** Entries that were missed, in order, at most PAGE_SIZE in a frame. */
export const EntriesReplayed = z.object({
  type: z.literal("entries.replayed"),
  ...inConversation,
  entries: z.array(Entry),
});
/** A page of history, oldest first. `more`: there are entries before it. */
export const HistoryPage = z.object({
  type: z.literal("history.page"),
  ...inConversation,
  entries: z.array(Entry),
  more: z.boolean(),
});
/** This peer now has everything up to `lastSeq`, and hears what follows. */
export const Resumed = z.object({ type: z.literal("resumed"), ...inConversation, lastSeq: Cursor, seen: Seen });
/** Too far behind, or the thread was replaced: drop its entries; its newest page follows. */
export const Reset = z.object({ type: z.literal("reset"), ...inConversation });

/** Best effort. */
export const TypingChanged = z.object({
  type: z.literal("typing.changed"),
  ...inConversation,
  author: Author,
  typing: z.boolean(),
});
export const SeenChanged = z.object({
  type: z.literal("seen.changed"),
  ...inConversation,
  by: z.enum(["visitor", "agent"]),
  seq: Seq,
});
/** Visitors only: what their shop says of itself now. */
export const AvailabilityChanged = z.object({ type: z.literal("availability.changed"), site: SiteState });
/** Visitors only: the ticket of one of their conversations. */
export const RequestChanged = z.object({
  type: z.literal("request.changed"),
  ...inConversation,
  request: RequestCard,
});

/** Agents only: who is there now. */
export const TeamChanged = z.object({ type: z.literal("team.changed"), team: z.array(TeamMember) });

/** Agents only: all open conversations, after welcome. */
export const InboxLoaded = z.object({
  type: z.literal("inbox.loaded"),
  conversations: z.array(ConversationSummary),
  more: z.boolean(),
});
/** Agents only: one row of the inbox as it is now. */
export const ConversationChanged = z.object({
  type: z.literal("conversation.changed"),
  conversation: ConversationSummary,
});

/** Carries the last seq of each watched conversation, so that a gap is found by whoever has it. */
export const Heartbeat = z.object({ type: z.literal("heartbeat"), heads: z.record(ConversationId, Cursor) });
/** The relay is about to close: come back after `retryInMs`. */
export const Goaway = z.object({ type: z.literal("goaway"), retryInMs: z.int() });
/** A frame was wrong. `re` names the type of the frame, and `conversationId` what it was about, where they could be read. */
export const ProblemFrame = z.object({
  type: z.literal("problem"),
  code: ProblemCode,
  re: z.string().optional(),
  conversationId: ConversationId.optional(),
});

/** Everything that the relay may send. */
export const RelayFrame = z.discriminatedUnion("type", [
  Welcome,
  MessageAccepted,
  MessageRefused,
  EntryAdded,
  EntriesReplayed,
  HistoryPage,
  Resumed,
  Reset,
  TypingChanged,
  SeenChanged,
  AvailabilityChanged,
  RequestChanged,
  TeamChanged,
  InboxLoaded,
  ConversationChanged,
  Heartbeat,
  Goaway,
  ProblemFrame,
]);
export type RelayFrame = z.infer<typeof RelayFrame>;

/** Answer to a poll. `close` is the code with which a socket would have been closed. */
export const PollResponse = z.object({ frames: z.array(RelayFrame), close: z.int().optional() });
export type PollResponse = z.infer<typeof PollResponse>;
