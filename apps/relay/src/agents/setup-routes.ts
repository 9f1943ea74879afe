import { Setup, type SetupState } from "@shopbell/protocol";
import type { FastifyPluginAsync } from "fastify";
import type { Doorkeeper } from "../http/doorkeeper.ts";
import { parse, Refusal } from "../http/problems.ts";
import type { Limits } from "../limits.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import { newSite } from "../sites/site.ts";
import { newId } from "../tokens.ts";
import type { Introduce } from "./agent-routes.ts";
import type { AgentStore } from "./agent-store.ts";
import { hashPassword, isStrongPassword } from "./password.ts";
import type { SetupStore } from "./setup-store.ts";

export interface SetupRoutesOptions {
  readonly agents: AgentStore;
  readonly setups: SetupStore;
  readonly sites: SiteDirectory;
  readonly doorkeeper: Doorkeeper;
  readonly introduce: Introduce;
  readonly limits: Limits;
}

/** The first owner makes their account with the link that the start printed. */
export function setupRoutes(options: SetupRoutesOptions): FastifyPluginAsync {
  const { agents, setups, sites, doorkeeper, introduce } = options;
  return async (app) => {
    app.get("/v1/setup", async (): Promise<SetupState> => {
      return { needed: !(await agents.hasOwner()), needsShop: sites.isEmpty };
    });

    const { max, windowMs: timeWindow } = options.limits.signInsPerAddress;
    app.post("/v1/setup", { config: { rateLimit: { max, timeWindow } } }, async (request, reply) => {
      doorkeeper.requireOwnOrigin(request);
      const { token, name, email, password, shop } = parse(Setup, request.body);
      if (!isStrongPassword(password)) throw new Refusal("password-weak");
      const site = sites.isEmpty ? firstSite(shop) : undefined;
      const owner = { name, email, passwordHash: await hashPassword(password) };
      const agent = await setups.use(token, { owner, site });
      if (agent === undefined) throw new Refusal("setup-done");
      await sites.refresh();
      await doorkeeper.signIn(request, reply, agent.id);
      return introduce(agent);
    });
  };
}

function firstSite(shop: Setup["shop"]) {
  const site = shop && newSite(newId(), shop.name, [shop.origin]);
  if (!site) throw new Refusal("malformed", { detail: "Look at: shop." });
  return site;
}
