import type { FastifyPluginAsync } from "fastify";
import { sql } from "kysely";
import type { Bus } from "../realtime/bus.ts";
import type { Database } from "../storage/schema.ts";

export interface Vitals {
  readonly db: Database;
  readonly bus: Pick<Bus, "whole">;
  readonly isDraining: () => boolean;
}

const PATIENCE_MS = 2_000;

/** For whoever watches the process: is it alive, and should it be given traffic? */
export function healthRoutes({ db, bus, isDraining }: Vitals): FastifyPluginAsync {
  const databaseAnswers = shared(() => answers(db));
  return async (app) => {
    app.get("/healthz", async () => ({ alive: true }));

    app.get("/readyz", async (_request, reply) => {
      const parts = {
        database: (await databaseAnswers()) ? "ready" : "away",
        // A bus that is not whole takes no relay out: what it loses is found in the database within seconds (delivery.md),
        // while Redis, being one for all relays, would take out every one of them at once.
        bus: bus.whole ? "whole" : "degraded",
        draining: isDraining(),
      };
      const ready = parts.database === "ready" && !parts.draining;
      return reply
        .header("cache-control", "no-store")
        .code(ready ? 200 : 503)
        .send({ ready, ...parts });
    });
  };
}

/** Whoever asks while an answer is awaited gets the same one: watchers cost a database nothing that stands still. */
function shared(ask: () => Promise<boolean>): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  return () => {
    asked ??= ask().finally(() => {
      asked = null;
    });
    return asked;
  };
}

/** Whatever the database says instead of answering, or while it says nothing, it is not ready. */
async function answers(db: Database): Promise<boolean> {
  const { promise: silence, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(resolve, PATIENCE_MS, false);
  const answer = sql`SELECT 1`.execute(db).then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([answer, silence]);
  clearTimeout(timer);
  return answered;
}
