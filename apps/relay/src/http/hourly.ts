import type { FastifyInstance } from "fastify";

const HOUR_MS = 3_600_000;

/** Does something when the relay begins and each hour from then on: what must be forgotten goes whether anybody comes by or not. */
export function hourly(app: FastifyInstance, sweep: () => Promise<unknown>, fault: (error: unknown) => void): void {
  const attempt = async () => void (await sweep().catch(fault));
  const timer = setInterval(attempt, HOUR_MS);
  app.addHook("onReady", attempt);
  app.addHook("onClose", async () => clearInterval(timer));
}
