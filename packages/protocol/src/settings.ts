import * as z from "zod";
import { OpeningHours } from "./hours.ts";
import { ConversationId, Instant } from "./ids.ts";
import { Availability } from "./site.ts";

/** `GET` and `PUT /v1/agent/sites/KEY/hours`. Null: none are announced, and the shop is never called closed. */
export const SiteHours = z.strictObject({ hours: OpeningHours.nullable() });
export type SiteHours = z.infer<typeof SiteHours>;

/** `POST /v1/agent/sites/KEY/preview`: what visitors would be told at an instant, by hours that may not be saved yet. */
export const PreviewQuery = z.strictObject({ hours: OpeningHours.nullable(), at: Instant });
export type PreviewQuery = z.infer<typeof PreviewQuery>;

/** Without anybody there. `exception` names the day that is not as usual. */
export const Preview = z.object({
  availability: Availability,
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
  answersBy: Instant.nullable(),
  exception: z.string().nullable(),
});
export type Preview = z.infer<typeof Preview>;

const WEEK_MINUTES = 10_080;
const Minutes = z.int().min(1).max(WEEK_MINUTES).nullable();

/** `GET` and `PUT /v1/agent/sites/KEY/promises`: what the owner promises visitors. Null: nothing is promised. */
export const Promises = z.strictObject({
  /** Minutes until a first reply by chat, while somebody is there. */
  chatMinutes: Minutes,
  /** Opening minutes until a person answers what was left behind. */
  requestMinutes: Minutes,
  /** New conversations that one visitor may begin in a day. */
  requestsPerDay: z.int().min(1).max(1_000),
  /** The shop calls back, within its opening hours. */
  callsBack: z.boolean(),
});
export type Promises = z.infer<typeof Promises>;

/** `PUT /v1/agent/me`: how many conversations one takes at once, and whether to be mailed when a visitor finds nobody. */
export const MyChanges = z.strictObject({
  capacity: z.int().min(1).max(50).optional(),
  mailAlerts: z.boolean().optional(),
});
export type MyChanges = z.infer<typeof MyChanges>;

/** `POST /v1/agent/conversations/ID/snooze` */
export const Snooze = z.strictObject({ until: Instant });
export type Snooze = z.infer<typeof Snooze>;

/** off: not set up · untested: set up, its test has not arrived · working · failing: the last attempt went wrong. */
const MailSide = z.object({
  state: z.enum(["off", "untested", "working", "failing"]),
  /** The address that it goes out from, or that it comes in to. */
  address: z.string().nullable(),
  /** What went wrong last, in the server's words. */
  error: z.string().nullable(),
  testedAt: Instant.nullable(),
});

/** A mail that was given up. */
const DeadMail = z.object({
  id: z.string(),
  kind: z.enum(["acknowledgement", "reply", "transcript", "alert", "test"]),
  conversation: z.object({ id: ConversationId, number: z.int() }).nullable(),
  error: z.string(),
  at: Instant,
});
export type DeadMail = z.infer<typeof DeadMail>;

/** `GET /v1/agent/mail`. `waiting`: mails that could not be sent yet. `mailbox`: path of the demo's, where mail stays. */
export const MailState = z.object({
  out: MailSide,
  in: MailSide.extend({ via: z.enum(["imap", "webhook"]).nullable() }),
  waiting: z.int(),
  mailbox: z.string().nullable(),
  dead: z.array(DeadMail),
});
export type MailState = z.infer<typeof MailState>;

/** `GET /v1/agent/sites/KEY/kept?days=N`: were announced hours and promised times kept? Recorded, never reckoned. */
export const Kept = z.object({
  /** In the site's own calendar. `announced` and `kept` are minutes: open by the hours, and of those with somebody there. */
  days: z.array(z.object({ day: z.string(), announced: z.int(), kept: z.int() })),
  /** First replies whose visitor was told a time: how many there were, and how many came in time. */
  promised: z.int(),
  inTime: z.int(),
  /** Median minutes until a first reply, over all of them. */
  medianMinutes: z.number().nullable(),
});
export type Kept = z.infer<typeof Kept>;
