import type { FastifyPluginAsync } from "fastify";
import type { SelfHelp } from "../self-help.ts";

export function helpRoutes(_: SelfHelp): FastifyPluginAsync {
  return async () => {};
}
