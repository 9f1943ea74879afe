import type { FastifyPluginAsync } from "fastify";
import type { SelfHelp } from "../self-help.ts";

export function importRoutes(_: SelfHelp): FastifyPluginAsync {
  return async () => {};
}
