import * as z from "zod";
import { AgentFace } from "./entry.ts";

/** Derived for a site: is somebody present? */
export const Availability = z.enum(["available", "away"]);
export type Availability = z.infer<typeof Availability>;

/** How the bell looks. `color` is #rrggbb; what lies on it is derived. */
export const Look = z.object({
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
  position: z.enum(["end", "start"]),
  label: z.string().max(40).nullable(),
});
export type Look = z.infer<typeof Look>;

/** The one cacheable JSON behind a bell: `GET /v1/sites/KEY`. `app` is the address of the panel's code. */
export const SiteFace = z.object({
  key: z.string(),
  name: z.string(),
  look: Look,
  availability: Availability,
  people: z.array(AgentFace),
});
export type SiteFace = z.infer<typeof SiteFace>;
