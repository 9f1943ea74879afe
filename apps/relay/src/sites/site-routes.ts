import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Address } from "../address.ts";
import type { Clock } from "../clock.ts";
import { Refusal } from "../http/problems.ts";
import { sendUnlessUnchanged } from "../http/unchanged.ts";
import type { Shopfront } from "../realtime/shopfront.ts";
import type { SiteDirectory } from "./directory.ts";
import { faceOf, type Site } from "./site.ts";

/** What the visitors' side of HTTP needs to let a shop's page in. */
export interface SiteGateOptions {
  readonly sites: SiteDirectory;
  readonly address: Address;
}

/** Lets in what comes from a page on a site's list (K4). */
export class SiteGate {
  readonly #options: SiteGateOptions;

  constructor(options: SiteGateOptions) {
    this.#options = options;
  }

  /** @throws Refusal `site-unknown` or `origin-refused` */
  async admit(request: FastifyRequest): Promise<{ site: Site; origin: string }> {
    const site = await this.#siteOf(request);
    const { origin } = request.headers;
    if (origin === undefined || !this.#options.sites.allows(site, origin)) throw this.#refused();
    return { site, origin };
  }

  /**
   * The same, for the public look of a bell: browsers send no Origin with a GET to the page's own server.
   *
   * @throws Refusal `site-unknown` or `origin-refused`
   */
  async admitReader(request: FastifyRequest): Promise<{ site: Site; origin: string }> {
    const { headers } = request;
    if (headers.origin !== undefined || headers["sec-fetch-site"] !== "same-origin") return this.admit(request);
    const site = await this.#siteOf(request);
    return { site, origin: this.#options.address.publicUrl };
  }

  async #siteOf(request: FastifyRequest): Promise<Site> {
    const { siteKey } = request.params as { siteKey: string };
    const site = await this.#options.sites.find(siteKey);
    if (site === undefined) throw new Refusal("site-unknown");
    return site;
  }

  #refused(): Refusal {
    return new Refusal("origin-refused");
  }
}

/** Lets the page read the answer: this origin and no other. */
export function allowOrigin(reply: FastifyReply, origin: string): void {
  reply.header("access-control-allow-origin", origin).header("vary", "Origin");
  reply.header("cross-origin-resource-policy", "cross-origin");
}

export interface SiteRoutesOptions {
  readonly gate: SiteGate;
  readonly sites: SiteDirectory;
  readonly shop: Shopfront;
  readonly clock: Clock;
}

/** The one cacheable JSON behind every bell. Public: who asks is not known, only from which page. */
export function siteRoutes({ gate, sites, shop, clock }: SiteRoutesOptions): FastifyPluginAsync {
  return async (app) => {
    app.get("/v1/sites/:siteKey", async (request, reply) => {
      const { site, origin } = await gate.admitReader(request);
      sites.saw(site, origin, clock.now());
      allowOrigin(reply, origin);
      reply.header("cache-control", "public, max-age=15, stale-while-revalidate=60");
      reply.type("application/json; charset=utf-8");
      return sendUnlessUnchanged(request, reply, JSON.stringify(faceOf(site, shop.stateOf(site.key))));
    });
  };
}
