import fastify from "fastify";
import { expect, test } from "vitest";
import { startRelay } from "../testing/index.ts";
import { healthRoutes } from "./health.ts";

test("a relay is ready while its database answers and it does not drain", async () => {
  const relay = await startRelay();
  let draining = false;
  const watched = fastify().register(healthRoutes(relay.parts.storage.db, () => draining));
  const status = async (path: string) => (await watched.inject(path)).statusCode;

  expect(await status("/readyz")).toBe(200);
  draining = true;
  expect(await status("/readyz")).toBe(503);
  draining = false;
  await relay.stop();
  expect(await status("/readyz")).toBe(503);
  expect(await status("/healthz")).toBe(200);
});
