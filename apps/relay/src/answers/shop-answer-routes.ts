import type { FastifyPluginAsync } from "fastify";
import type { SelfHelp } from "../self-help.ts";

export function shopAnswerRoutes(_: SelfHelp): FastifyPluginAsync {
  return async () => {};
}
