import * as z from "zod";
import { ConversationSummary } from "./conversation.ts";
import { AgentFace } from "./entry.ts";
import { Instant } from "./ids.ts";
import { SiteState } from "./site.ts";
import { Name } from "./text.ts";

export const EmailAddress = z.email().max(254).toLowerCase();
const Password = z.string().min(1).max(200);

/** `POST /v1/agent/sign-in` */
export const SignIn = z.strictObject({ email: EmailAddress, password: Password });
export type SignIn = z.infer<typeof SignIn>;

/** `POST /v1/setup`: the first owner, and the first shop where none was seeded. */
export const Setup = z.strictObject({
  token: z.string().max(128),
  name: Name,
  email: EmailAddress,
  password: Password,
  shop: z.strictObject({ name: Name, origin: z.url({ protocol: /^https?$/ }).max(300) }).optional(),
});
export type Setup = z.infer<typeof Setup>;

/** `GET /v1/setup` */
export const SetupState = z.object({ needed: z.boolean(), needsShop: z.boolean() });
export type SetupState = z.infer<typeof SetupState>;

export const Role = z.enum(["owner", "agent"]);
export type Role = z.infer<typeof Role>;

/** A site as its agents see it. `seenAt` and `seenOn`: when and on which origin the bell last asked for its look. */
export const SiteCard = z.object({
  key: z.string(),
  name: z.string(),
  origins: z.array(z.string()),
  snippet: z.string(),
  seenAt: Instant.nullable(),
  seenOn: z.string().nullable(),
  state: SiteState,
});
export type SiteCard = z.infer<typeof SiteCard>;

/** `GET /v1/agent/me` */
export const Me = z.object({
  agent: AgentFace,
  email: z.string(),
  role: Role,
  capacity: z.int(),
  mailAlerts: z.boolean(),
  demo: z.boolean(),
  sites: z.array(SiteCard),
});
export type Me = z.infer<typeof Me>;

/** `GET /v1/agent/sign-ins` */
export const SignInList = z.object({
  signIns: z.array(
    z.object({ id: z.string(), createdAt: Instant, seenAt: Instant, browser: z.string(), current: z.boolean() }),
  ),
});
export type SignInList = z.infer<typeof SignInList>;

/** `GET /v1/agent/conversations?state=closed&before=INSTANT`, newest first; `?state=snoozed`, those that come back first. */
export const ConversationPage = z.object({ conversations: z.array(ConversationSummary), more: z.boolean() });
export type ConversationPage = z.infer<typeof ConversationPage>;
