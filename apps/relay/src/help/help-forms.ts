import type { FastifyRequest } from "fastify";
import { requireOwnForm } from "../http/page-forms.ts";
import type { SelfHelp } from "../self-help.ts";
import { centreOrigins, type Site } from "../sites/site.ts";

/** A form of a help centre comes from a page of ours, or of the address at which the shop serves it. @throws Refusal `origin-refused` */
export function requireHelpForm(request: FastifyRequest, { parts }: SelfHelp, site: Site): void {
  requireOwnForm(request, [...parts.address.ownOrigins, ...centreOrigins(site)]);
}
