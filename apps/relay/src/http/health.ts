import type { FastifyPluginAsync } from "fastify";
import { sql } from "kysely";
import type { Database } from "../storage/database.ts";

/** For whoever watches the process: is it alive, and should it be given traffic? */
export function healthRoutes(db: Database, isDraining: () => boolean): FastifyPluginAsync {
  return async (app) => {
    app.get("/healthz", async () => ({ alive: true }));

    app.get("/readyz", async (_request, reply) => {
      const ready = !isDraining() && (await answers(db));
      return reply.code(ready ? 200 : 503).send({ ready });
    });
  };
}

async function answers(db: Database): Promise<boolean> {
  try {
    await sql`SELECT 1`.execute(db);
    return true;
  } catch {
    return false; // whatever the database says instead of answering, it is not ready
  }
}
