import type { FastifyRequest } from "fastify";
import type { SignedIn } from "../agents/agent.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import type { Site } from "../sites/site.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { Refusal } from "./problems.ts";

interface Admission {
  readonly doorkeeper: Doorkeeper;
  readonly sites: SiteDirectory;
}

/**
 * The site in an address of the console's, for whoever may do what is asked there.
 *
 * @throws Refusal when nobody is signed in, the site is unknown, or only an owner may do this.
 */
export async function siteFor(
  admission: Admission,
  request: FastifyRequest,
  needed: SignedIn["agent"]["role"],
): Promise<Site> {
  return (await siteAndAgent(admission, request, needed)).site;
}

/** The same with who asks. @throws Refusal as `siteFor` */
export async function siteAndAgent(
  { doorkeeper, sites }: Admission,
  request: FastifyRequest,
  needed: SignedIn["agent"]["role"],
): Promise<{ site: Site; agent: SignedIn["agent"] }> {
  const { agent } = await doorkeeper.admit(request);
  if (needed === "owner" && agent.role !== "owner") throw new Refusal("forbidden");
  const { siteKey } = request.params as { siteKey: string };
  const site = await sites.find(siteKey);
  if (site === undefined) throw new Refusal("site-unknown");
  return { site, agent };
}
