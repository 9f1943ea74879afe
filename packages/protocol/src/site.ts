import * as z from "zod";
import { AgentFace } from "./entry.ts";
import { Instant } from "./ids.ts";

/**
 * Derived for a site, from who is really there. available: somebody is there and has capacity · busy: somebody is there, and
 * one would wait · away: by the hours it is open, or no hours are set, and nobody is there · closed: by the hours.
 */
export const Availability = z.enum(["available", "busy", "away", "closed"]);
export type Availability = z.infer<typeof Availability>;

/** How the bell looks. `color` is #rrggbb; what lies on it is derived. */
export const Look = z.object({
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
  position: z.enum(["end", "start"]),
  label: z.string().max(40).nullable(),
});
export type Look = z.infer<typeof Look>;

/** What a shop can truthfully say of itself at a moment. Null is silence: nothing is ever made up. */
export const SiteState = z.object({
  availability: Availability,
  /** Agents who are there and take chats, those who can take one more first. */
  people: z.array(AgentFace),
  /** Of one that is busy: measured minutes until a first reply. */
  waitMinutes: z.int().min(1).nullable(),
  /** Of one that is closed: when it opens next. */
  opensAt: Instant.nullable(),
  /** Of one that is open by its hours: when it closes. */
  closesAt: Instant.nullable(),
  /** How many minutes a first reply takes at this hour: measured, else as the owner promised. */
  replyMinutes: z.int().min(1).nullable(),
  /** Of one that is away or closed: by when a person answers what is written now. */
  answersBy: Instant.nullable(),
  /** An answer can be mailed: mail goes out, and was seen to arrive. */
  mails: z.boolean(),
  /** Somebody is called when a visitor finds nobody: a console is open, or an agent gets a mail. False of one that is closed. */
  calls: z.boolean(),
  /** The shop calls back. */
  callsBack: z.boolean(),
});
export type SiteState = z.infer<typeof SiteState>;

/** The one cacheable JSON behind a bell: `GET /v1/sites/KEY`. */
export const SiteFace = SiteState.extend({
  key: z.string(),
  name: z.string(),
  look: Look,
  /** There is something with which visitors may help themselves: answers, orders, or other ways to reach the shop. */
  helps: z.boolean(),
});
export type SiteFace = z.infer<typeof SiteFace>;

/** What an agent chose, or what was noticed: idle, or a new chat that they left unanswered. */
export const AgentAvailability = z.enum(["available", "away"]);
export type AgentAvailability = z.infer<typeof AgentAvailability>;
export const AwayReason = z.enum(["chosen", "idle", "unanswered"]);
export type AwayReason = z.infer<typeof AwayReason>;

/** An agent whose console is open. `load` counts open conversations of theirs; `reason` is null while they are available. */
export const TeamMember = z.object({
  agent: AgentFace,
  availability: AgentAvailability,
  reason: AwayReason.nullable(),
  load: z.int().min(0),
  capacity: z.int().min(1),
});
export type TeamMember = z.infer<typeof TeamMember>;
