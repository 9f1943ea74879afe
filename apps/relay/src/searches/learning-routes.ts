import { type Learning, LearningDone } from "@shopbell/protocol";
import type { FastifyPluginAsync } from "fastify";
import * as z from "zod";
import { parse } from "../http/problems.ts";
import { siteFor } from "../http/site-for.ts";
import type { SelfHelp } from "../self-help.ts";
import { answerDraftRoutes } from "./answer-draft-routes.ts";
import { LearningStore } from "./learning-store.ts";
import { searchedWords } from "./searched-words.ts";

const DAY_MS = 24 * 3_600_000;

const LearningQuery = z.object({ days: z.coerce.number().int().min(1).max(90).default(30) });

/** What a shop can learn from searches, and from its agents' replies. */
export function learningRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  const { context, storage } = selfHelp.parts;
  const { clock, sites } = context;
  const store = new LearningStore(storage.db);
  const admitted = { doorkeeper: selfHelp.doorkeeper, sites };
  return async (app) => {
    await app.register(answerDraftRoutes(selfHelp));

    app.get("/v1/agent/sites/:siteKey/learning", async (request): Promise<Learning> => {
      const { key, help } = await siteFor(admitted, request, "agent");
      const { days } = parse(LearningQuery, request.query);
      return store.since(key, help.locales[0] ?? "en", clock.now() - days * DAY_MS);
    });

    app.post("/v1/agent/sites/:siteKey/learning/done", async (request, reply) => {
      const { key } = await siteFor(admitted, request, "agent");
      const { words, locale } = parse(LearningDone, request.body);
      await store.done(key, locale, searchedWords(words), clock.now());
      return reply.code(204).send();
    });
  };
}
