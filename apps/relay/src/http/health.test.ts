import fastify from "fastify";
import {
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { afterEach, expect, test, vi } from "vitest";
import type { Schema } from "../storage/schema.ts";
import { startRelay, type TestRelay } from "../testing/index.ts";
import { healthRoutes, type Vitals } from "./health.ts";

let relay: TestRelay | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await relay?.stop();
  relay = undefined;
});

async function watched(changes: Partial<Vitals> = {}) {
  relay = await startRelay();
  const { storage, context } = relay.parts;
  const vitals = { db: storage.db, bus: context.bus, isDraining: () => false, ...changes };
  const app = fastify().register(healthRoutes(vitals));
  return (path: string) => app.inject(path);
}

/** A database that has stood still; `asked` tells how often it was asked. */
function aSilentDatabase() {
  const silent = { asked: 0 };
  class SilentDriver extends DummyDriver {
    override async acquireConnection(): Promise<DatabaseConnection> {
      silent.asked += 1;
      return Object.assign(await super.acquireConnection(), {
        executeQuery: () => new Promise<never>(() => undefined),
      });
    }
  }
  const db = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new SilentDriver(),
      createIntrospector: (of) => new SqliteIntrospector(of),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return Object.assign(silent, { db });
}

test("a relay is ready while its database answers", async () => {
  const ask = await watched();

  const ready = await ask("/readyz");
  await relay?.stop();
  relay = undefined;
  const away = await ask("/readyz");

  expect([ready.statusCode, ready.json()]).toEqual([
    200,
    { ready: true, database: "ready", bus: "whole", draining: false },
  ]);
  expect([away.statusCode, away.json()]).toMatchObject([503, { ready: false, database: "away" }]);
  expect((await ask("/healthz")).statusCode).toBe(200);
});

test("a database that stands still is not waited for longer than two seconds, and is asked once for everybody", async () => {
  const silent = aSilentDatabase();
  const ask = await watched({ db: silent.db });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });

  const answers = Promise.all([ask("/readyz"), ask("/readyz"), ask("/readyz")]);
  await vi.waitFor(() => expect(silent.asked).toBe(1));
  await vi.advanceTimersByTimeAsync(2_000);

  expect((await answers).map(({ statusCode }) => statusCode)).toEqual([503, 503, 503]);
  expect(silent.asked).toBe(1);
});

test("a bus that is not whole is told, and takes no relay out", async () => {
  const ask = await watched({ bus: { whole: false } });

  const answer = await ask("/readyz");

  expect([answer.statusCode, answer.json()]).toMatchObject([200, { ready: true, bus: "degraded" }]);
});
