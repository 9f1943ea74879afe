import type { FastifyPluginAsync } from "fastify";
import type { SelfHelp } from "../self-help.ts";

export function centreSettingRoutes(_: SelfHelp): FastifyPluginAsync {
  return async () => {};
}
