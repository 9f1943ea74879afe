import type { FastifyInstance } from "fastify";
import { answerRoutes } from "./answers/answer-routes.ts";
import { importRoutes } from "./answers/import-routes.ts";
import { shopAnswerRoutes } from "./answers/shop-answer-routes.ts";
import { centreSettingRoutes } from "./help/centre-setting-routes.ts";
import { helpRoutes } from "./help/help-routes.ts";
import { robotsRoutes } from "./help/robots-routes.ts";
import type { Doorkeeper } from "./http/doorkeeper.ts";
import { Turns } from "./http/turns.ts";
import { apiTokenRoutes } from "./orders/api-token-routes.ts";
import { type OrderDesk, openOrders } from "./orders/open-orders.ts";
import { orderRoutes } from "./orders/order-routes.ts";
import { orderSettingRoutes } from "./orders/order-setting-routes.ts";
import type { Parts } from "./parts.ts";
import { moderationRoutes } from "./questions/moderation-routes.ts";
import { questionRoutes } from "./questions/question-routes.ts";
import { learningRoutes } from "./searches/learning-routes.ts";
import { searchRoutes } from "./searches/search-routes.ts";
import type { SiteGate } from "./sites/site-routes.ts";
import { wayRoutes } from "./ways/way-routes.ts";

/** What everything with which visitors help themselves stands on. */
export interface SelfHelp {
  readonly parts: Parts;
  readonly gate: SiteGate;
  readonly doorkeeper: Doorkeeper;
  readonly orders: OrderDesk;
  /** In which searches are made, so that they never keep those who chat waiting. */
  readonly searches: Turns;
}

/** The routes of answers, their help centre, public questions, orders, and other ways to reach a shop. */
export async function selfHelpRoutes(
  app: FastifyInstance,
  beginning: Omit<SelfHelp, "orders" | "searches">,
): Promise<void> {
  const selfHelp: SelfHelp = { ...beginning, orders: openOrders(beginning.parts), searches: new Turns() };
  await app.register(shopAnswerRoutes(selfHelp));
  await app.register(searchRoutes(selfHelp));
  await app.register(orderRoutes(selfHelp));
  await app.register(helpRoutes(selfHelp), { prefix: "/help" });
  await app.register(robotsRoutes(selfHelp));
  await app.register(questionRoutes(selfHelp), { prefix: "/q" });
  await app.register(answerRoutes(selfHelp));
  await app.register(importRoutes(selfHelp));
  await app.register(learningRoutes(selfHelp));
  await app.register(moderationRoutes(selfHelp));
  await app.register(centreSettingRoutes(selfHelp));
  await app.register(wayRoutes(selfHelp));
  await app.register(orderSettingRoutes(selfHelp));
  await app.register(apiTokenRoutes(selfHelp));
}
