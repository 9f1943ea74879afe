import * as z from "zod";

/** 128 random bits in lower-case hex, minted by whoever starts the thing. Never an authority by itself. */
const Id = z.string().regex(/^[0-9a-f]{32}$/);

/** Minted by the visitor's end, so that a first message that is sent again starts no second conversation. */
export const ConversationId = Id.brand<"ConversationId">();
export type ConversationId = z.infer<typeof ConversationId>;

/** Minted by the sender, so that a resend after a lost acknowledgement is the same message. */
export const MessageId = Id.brand<"MessageId">();
export type MessageId = z.infer<typeof MessageId>;

/** Place of an entry in its conversation: 1, 2, 3 ... without gaps. Assigned by the relay only. */
export const Seq = z.int().min(1);
export type Seq = z.infer<typeof Seq>;

/** Last seq that somebody holds or has seen; 0 is none. */
export const Cursor = z.int().min(0);
export type Cursor = z.infer<typeof Cursor>;

/** The end of the year 9999: what calendars can still name. */
const LAST_INSTANT = 253_402_300_799_999;

/** Epoch milliseconds by the relay's clock. */
export const Instant = z.int().min(0).max(LAST_INSTANT);
export type Instant = z.infer<typeof Instant>;
