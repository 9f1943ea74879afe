// Numbers that both ends must agree on, without the schemas, so that the widget can use them.
import * as CLOSE from "./close-codes.ts";

/** Version of the wire protocol that this code speaks. The relay also serves the version before it. */
export const PROTOCOL_VERSION = 1;

/** Longest text of one message, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 4_000;
/** Longest answer, as Markdown, and longest question, in UTF-16 code units. */
export const MAX_ANSWER_LENGTH = 20_000;
export const MAX_QUESTION_LENGTH = 200;
/** Longest text that is searched for: what is longer is cut, since it is a message being written. */
export const MAX_WORDS_LENGTH = 200;
/** Largest frame that either end accepts from the other side's person, in bytes of UTF-8. */
export const MAX_FRAME_BYTES = 65_536;
/** Most conversations whose cursors fit into one hello. */
export const MAX_CURSORS = 50;
/** Entries in one page of history. */
export const PAGE_SIZE = 50;
/** Missed entries that are replayed one by one; beyond it the thread is reset to its newest page. */
export const MAX_REPLAYED = 300;

/** Drafts kept by a sender until the relay accepts them. */
export const OUTBOX_SIZE = 50;
/** How long a draft is kept and resent after it was written. */
export const OUTBOX_AGE_MS = 24 * 3_600_000;
/** Silence after which a draft is sent again on the same socket. */
export const RESEND_AFTER_MS = 10_000;
/** Silence after which the sender is told "not sent" and offered to try again. */
export const FAIL_AFTER_MS = 60_000;

/** The first frame must be a hello within this time. */
export const HELLO_TIMEOUT_MS = 10_000;
/** The relay sends a heartbeat this often, to sockets that were otherwise served or not. */
export const HEARTBEAT_EVERY_MS = 25_000;
/** A heartbeat must be answered within this time. */
export const HEARTBEAT_ANSWER_MS = 10_000;
/** Silence after which the visitor's or agent's end gives a socket up. */
export const SILENCE_LIMIT_MS = 35_000;
/** A poll is answered after this time at the latest, with or without frames. */
export const POLL_WAIT_MS = 25_000;

/** Backoff between attempts to connect: random(0, min(cap, base * 2^n)). */
export const BACKOFF_BASE_MS = 1_000;
export const BACKOFF_CAP_MS = 30_000;
export const BACKOFF_CAP_AGENT_MS = 15_000;
/** A connection that held this long resets the backoff. */
export const STABLE_AFTER_MS = 30_000;

/** "typing" is forgotten after this time without another sign of it. */
export const TYPING_LIFE_MS = 6_000;
/** A typing person is announced at most this often. */
export const TYPING_EVERY_MS = 3_000;

export { CLOSE };
