import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from "@fastify/rate-limit";
import type { RouteOptions } from "fastify";
import type { SharedLimits } from "./rate-limit-shared.ts";

/** What the plugin hands in for a route, beside what its types say. */
type LimitedRoute = RouteOptions & { path: string; prefix: string; routeInfo: Pick<RouteOptions, "method" | "url"> };

/**
 * Counts the requests to limited routes in shared budgets. The plugin's own store for Redis would refuse every request
 * while Redis is away, or count none.
 */
export function rateLimitStore(limits: SharedLimits): FastifyRateLimitStoreCtor {
  return class extends RequestStore {
    constructor() {
      super(limits, "requests");
    }
  };
}

class RequestStore implements FastifyRateLimitStore {
  readonly #limits: SharedLimits;
  readonly #name: string;

  constructor(limits: SharedLimits, name: string) {
    this.#limits = limits;
    this.#name = name;
  }

  child({ routeInfo: { method, url } }: LimitedRoute): FastifyRateLimitStore {
    return new RequestStore(this.#limits, `${method} ${url}`);
  }

  /** The plugin wants to know how many there were, and refuses what is above the limit. */
  async incr(
    key: string,
    callback: Parameters<FastifyRateLimitStore["incr"]>[1],
    windowMs: number,
    max: number,
  ): Promise<void> {
    const { waitMs, left } = await this.#limits.of(this.#name, { max, windowMs }).spend(key);
    if (waitMs > 0) callback(null, { current: max + 1, ttl: waitMs });
    else callback(null, { current: max - left, ttl: ((max - left) * windowMs) / max });
  }
}
