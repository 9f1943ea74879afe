import {
  type AnswerBook,
  AnswerEdit,
  type AnswerHistory,
  AnswerId,
  AnswerLocale,
  AnswerOrder,
  type AnswerPreview,
  AnswerPreviewQuery,
  Categories,
  type WrittenAnswer,
} from "@shopbell/protocol";
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from "fastify";
import * as z from "zod";
import { parse, Refusal } from "../http/problems.ts";
import { siteAndAgent, siteFor } from "../http/site-for.ts";
import type { SelfHelp } from "../self-help.ts";
import { MOST_ANSWERS } from "./answer.ts";
import { bookOf, writtenAnswer } from "./answer-book-store.ts";
import { historyOf } from "./answer-history-store.ts";
import { AnswerStore } from "./answer-store.ts";
import { replaceCategories } from "./category-store.ts";
import { blocksOf } from "./markdown.ts";
import { saysNothing } from "./plain-text.ts";

const AnswerParams = z.object({ id: AnswerId });
const HistoryQuery = z.object({ locale: AnswerLocale });

/** The ids of as many answers as a site may have. */
const MAX_ORDER_BYTES = 256 * 1024;

/** What agents write for visitors to read. */
export function answerRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  return async (app) => {
    oneAnswer(app, selfHelp);
    wholeBook(app, selfHelp);
  };
}

function oneAnswer(app: FastifyInstance, { parts, doorkeeper }: SelfHelp): void {
  const { sites, clock } = parts.context;
  const { db } = parts.storage;
  const answers = new AnswerStore(db, clock);
  const siteOf = (request: FastifyRequest) => siteFor({ doorkeeper, sites }, request, "agent");

  app.put("/v1/agent/sites/:siteKey/answers/:id", async (request): Promise<WrittenAnswer> => {
    const { site, agent } = await siteAndAgent({ doorkeeper, sites }, request, "agent");
    const { id } = parse(AnswerParams, request.params);
    const edit = parse(AnswerEdit, request.body);
    if (edit.published && saysNothing(blocksOf(edit.source))) throw new Refusal("text-invalid");
    const saved = await answers.save(site.key, agent.id, id, edit);
    if (saved === "conflict") throw new Refusal("conflict");
    if (saved === "full")
      throw new Refusal("too-large", { detail: `A help centre has ${MOST_ANSWERS} answers at most.` });
    await sites.refresh();
    return found(saved === "saved" ? await writtenAnswer(db, site.key, id) : undefined);
  });

  app.delete("/v1/agent/sites/:siteKey/answers/:id", async (request, reply) => {
    const { key } = await siteOf(request);
    const { id } = parse(AnswerParams, request.params);
    if (!(await answers.remove(key, id))) throw new Refusal("not-found");
    await sites.refresh();
    return reply.code(204).send();
  });

  app.get("/v1/agent/sites/:siteKey/answers/:id/history", async (request): Promise<AnswerHistory> => {
    const { key } = await siteOf(request);
    const { id } = parse(AnswerParams, request.params);
    const { locale } = parse(HistoryQuery, request.query);
    return historyOf(db, key, id, locale);
  });

  app.post("/v1/agent/answer-preview", async (request): Promise<AnswerPreview> => {
    await doorkeeper.admit(request);
    return { blocks: blocksOf(parse(AnswerPreviewQuery, request.body).source) };
  });
}

function wholeBook(app: FastifyInstance, { parts, doorkeeper }: SelfHelp): void {
  const { sites, clock } = parts.context;
  const { db } = parts.storage;
  const answers = new AnswerStore(db, clock);
  const siteOf = (request: FastifyRequest) => siteFor({ doorkeeper, sites }, request, "agent");

  app.get("/v1/agent/sites/:siteKey/answers", async (request): Promise<AnswerBook> => {
    const { key } = await siteOf(request);
    return bookOf(db, key);
  });

  app.put("/v1/agent/sites/:siteKey/answers-order", { bodyLimit: MAX_ORDER_BYTES }, async (request, reply) => {
    const { key } = await siteOf(request);
    await answers.order(key, parse(AnswerOrder, request.body).ids);
    await sites.refresh();
    return reply.code(204).send();
  });

  app.put("/v1/agent/sites/:siteKey/categories", async (request): Promise<Categories> => {
    const { key } = await siteOf(request);
    const { categories } = parse(Categories, request.body);
    if (new Set(categories.map(({ id }) => id)).size < categories.length) throw new Refusal("malformed");
    if (!(await replaceCategories(db, key, categories))) throw new Refusal("conflict");
    await sites.refresh();
    return { categories };
  });
}

function found<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Refusal("not-found");
  return answer;
}
