/** At most `max` within `windowMs`. */
export interface Limit {
  readonly max: number;
  readonly windowMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Every rate and size that the relay enforces by itself. What both ends must know is in `@shopbell/protocol/limits`. */
export const LIMITS = {
  visitorFrames: { max: 100, windowMs: MINUTE },
  agentFrames: { max: 600, windowMs: MINUTE },
  visitorMessages: { max: 20, windowMs: MINUTE },
  visitorBurst: { max: 5, windowMs: 2 * SECOND },
  agentMessages: { max: 120, windowMs: MINUTE },
  visitorsPerAddress: { max: 30, windowMs: HOUR },
  startsPerAddress: { max: 6, windowMs: HOUR },
  startsPerVisitor: { max: 3, windowMs: HOUR },
  /** Requests by the contact page. */
  formsPerAddress: { max: 3, windowMs: HOUR },
  /** Requests whose answer goes to one e-mail address, whoever typed it. */
  requestsPerEmail: { max: 3, windowMs: DAY },
  /** Mail addresses that one visitor may name: each gets a mail from us. */
  addressesPerVisitor: { max: 5, windowMs: DAY },
  /** Request pages and contact pages that one address loads and sends. */
  pagesPerAddress: { max: 120, windowMs: MINUTE },
  /** What the widget asks while a question is typed: some ten people behind one address. */
  searchesPerAddress: { max: 300, windowMs: MINUTE },
  votesPerAddress: { max: 30, windowMs: HOUR },
  searchReportsPerAddress: { max: 60, windowMs: MINUTE },
  /** Look-ups that find no order: by one network, by one network for one e-mail address or number, and by all for one of these. */
  ordersPerAddress: { max: 20, windowMs: HOUR },
  ordersPerEmail: { max: 10, windowMs: HOUR },
  ordersPerNumber: { max: 10, windowMs: HOUR },
  ordersPerEmailInAll: { max: 100, windowMs: HOUR },
  ordersPerNumberInAll: { max: 100, windowMs: HOUR },
  /** What is written publicly under answers. */
  postsPerAddress: { max: 3, windowMs: HOUR },
  postsPerEmail: { max: 3, windowMs: DAY },
  postReportsPerAddress: { max: 10, windowMs: HOUR },
  /** What a shop's own system tells us. */
  callsPerApiToken: { max: 300, windowMs: MINUTE },
  signInsPerAddress: { max: 5, windowMs: 5 * MINUTE },
  signInsPerAccount: { max: 10, windowMs: 15 * MINUTE },
  /**
   * New sockets and polls that one process takes. By the backoff of B4, 10,000 who lost theirs at once are back within 12 s
   * (p95, reckoned; 17 s measured on a busy machine); half of it would make that 24 s.
   */
  arrivals: { max: 1_000, windowMs: SECOND },
  /** Of those, how many from one address: an office that comes back at once, and no more than a fiftieth of all for long. */
  arrivalsPerAddress: { max: 200, windowMs: 10 * SECOND },
  pollsPerAddress: { max: 600, windowMs: MINUTE },
  socketsPerVisitor: 5,
  socketsPerAgent: 10,
  socketsPerAddress: 50,
  /** A reload of the console must not tell every visitor that the shop is empty. */
  presenceLingerMs: 5 * SECOND,
  /** Where other relays serve meanwhile, a relay that stops lets its peers go over this time, not all at once. */
  drainSpreadMs: 10 * SECOND,
} as const;

/** LIMITS with other numbers in it: the bench and some tests need room. */
export type Limits = { readonly [K in keyof typeof LIMITS]: (typeof LIMITS)[K] extends number ? number : Limit };

/** How long an agent's message waits for more of them before it is mailed, and for the visitor to see it here. */
export const REPLY_MAIL_PAUSE_MS = 2 * MINUTE;
/** Malformed frames that one socket may send before it is closed (X1). */
export const MALFORMED_FRAMES = 10;
/** Appends that share one commit. More than a few hundred rows meet a checkpoint (performance.md, traps found). */
export const COMMIT_GROUP = 200;
/** Works that may wait for their commit. More than a minute's worth for a database that is slow, and no room to fill for one that hangs. */
export const MAX_WAITING = 10_000;
/** Open conversations that an agent's end is given after welcome. */
export const INBOX_SIZE = 500;
/** Conversations that a visitor's end is told of in welcome. */
export const OWN_CONVERSATIONS = 50;
/** Bytes waiting for a slow reader above which best-effort frames are left out, and above which it is closed. */
export const SLOW_BYTES = 65_536;
export const STUCK_BYTES = 1_048_576;
/** Lateness of the event loop's turns above which nobody more is let in. */
export const BEHIND_MS = 200;
/** Retry-After of those who are not let in is from 1 to this. */
export const RETRY_SPREAD_S = 10;
/** Bytes of a body over HTTP. */
export const MAX_BODY_BYTES = 65_536;
/** The same for a poll, which may bring a whole outbox at once. */
export const MAX_POLL_BYTES = 524_288;

export const VISITOR_TOKEN_IDLE_MS = 30 * DAY;
export const VISITOR_TOKEN_LIFE_MS = 180 * DAY;
export const SIGN_IN_IDLE_MS = 8 * HOUR;
export const SIGN_IN_LIFE_MS = 7 * DAY;
export const SETUP_LINK_LIFE_MS = DAY;
/** How coarsely "last used" is written down: a write per use would cost a commit each. */
export const TOUCH_EVERY_MS = MINUTE;
/** How often live sockets are compared with the sign-ins they stand on. A3 allows 5 s. */
export const RECHECK_EVERY_MS = 2 * SECOND;
/** How often what was published is compared with what was stored, while nothing is known to be wrong (delivery.md, gaps). */
export const COMPARE_EVERY_MS = 15 * SECOND;
/** How often agents are told that one and the same row of the inbox has changed. */
export const ROWS_EVERY_MS = 250;
/** One shared pulse drives every timeout, so that no connection needs a timer (performance.md, what decides it). */
export const PULSE_MS = SECOND;
/** Pauses named by goaway are spread over this time, so that not everybody comes back at once. */
export const GOAWAY_SPREAD_MS = 3 * SECOND;
/** How often some of the peers are let go while a drain is spread. */
export const DRAIN_STEP_MS = 100;
/** Sockets that have not closed by then are cut. */
export const DRAIN_MS = 2 * SECOND;
