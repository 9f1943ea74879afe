import type { FastifyPluginAsync } from "fastify";
import type { SelfHelp } from "../self-help.ts";

export function moderationRoutes(_: SelfHelp): FastifyPluginAsync {
  return async () => {};
}
