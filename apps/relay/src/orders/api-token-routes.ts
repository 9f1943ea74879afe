import { type ApiTokens, type MintedApiToken, NewApiToken } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { parse, Refusal } from "../http/problems.ts";
import { siteFor } from "../http/site-for.ts";
import type { SelfHelp } from "../self-help.ts";
import { ApiTokenStore } from "./api-token-store.ts";

/** Owners give their shop's own system a token, see when it was used, and end it. */
export function apiTokenRoutes({ parts, doorkeeper }: SelfHelp): FastifyPluginAsync {
  const { sites, clock } = parts.context;
  const tokens = new ApiTokenStore(parts.storage.db, clock);
  const ownSite = (request: FastifyRequest) => siteFor({ doorkeeper, sites }, request, "owner");
  return async (app) => {
    app.get("/v1/agent/sites/:siteKey/tokens", async (request): Promise<ApiTokens> => {
      const { key } = await ownSite(request);
      return { tokens: await tokens.list(key) };
    });

    app.post("/v1/agent/sites/:siteKey/tokens", async (request, reply): Promise<MintedApiToken> => {
      const { key } = await ownSite(request);
      const { name } = parse(NewApiToken, request.body);
      reply.code(201).header("cache-control", "no-store");
      return tokens.mint(key, name);
    });

    app.delete<{ Params: { id: string } }>("/v1/agent/sites/:siteKey/tokens/:id", async (request, reply) => {
      const { key } = await ownSite(request);
      if (!(await tokens.revoke(key, request.params.id))) throw new Refusal("not-found");
      return reply.code(204).send();
    });
  };
}
