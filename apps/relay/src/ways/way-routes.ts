import type { FastifyPluginAsync } from "fastify";
import type { SelfHelp } from "../self-help.ts";

export function wayRoutes(_: SelfHelp): FastifyPluginAsync {
  return async () => {};
}
