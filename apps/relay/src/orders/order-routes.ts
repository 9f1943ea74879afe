import { type FoundOrder, OrderQuery } from "@shopbell/protocol";
import type { FastifyPluginAsync } from "fastify";
import { answerPreflight } from "../http/from-shop.ts";
import { hourly } from "../http/hourly.ts";
import { networkOf } from "../http/network.ts";
import { parse, Refusal } from "../http/problems.ts";
import type { SelfHelp } from "../self-help.ts";
import { allowOrigin } from "../sites/site-routes.ts";
import { conversationOrderRoutes } from "./conversation-order-routes.ts";
import { type LookedUp, lookUpOrder } from "./look-up-order.ts";
import { orderImportRoutes } from "./order-import-routes.ts";
import { orderPushRoutes } from "./order-push-routes.ts";
import { OrderStore } from "./order-store.ts";

const FIND = "/v1/sites/:siteKey/orders/find";

/** Orders: for visitors who know what is on their invoice, for agents beside a conversation, and as shops tell us of them. */
export function orderRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  const { gate, parts } = selfHelp;
  const { clock, fault } = parts.context;
  const stored = new OrderStore(parts.storage.db);
  return async (app) => {
    hourly(app, () => stored.forgetOld(clock.now()), fault);
    await app.register(conversationOrderRoutes(selfHelp));
    await app.register(orderPushRoutes(selfHelp));
    await app.register(orderImportRoutes(selfHelp));

    answerPreflight(app, FIND, gate);
    app.post(FIND, async (request, reply): Promise<FoundOrder> => {
      const { site, origin } = await gate.admit(request);
      allowOrigin(reply, origin);
      reply.header("cache-control", "no-store");
      const query = parse(OrderQuery, request.body);
      const lookUp = { siteKey: site.key, network: networkOf(request.ip), ...query };
      return { order: orderIn(await lookUpOrder(selfHelp, lookUp)) };
    });
  };
}

/** Whatever the reason, a miss is answered alike, and without the pause that would tell that it was one try too many. */
function orderIn(outcome: LookedUp): FoundOrder["order"] {
  switch (outcome.kind) {
    case "found":
      return outcome.order;
    case "unknown":
      throw new Refusal("order-unknown");
    case "down":
      throw new Refusal("orders-down");
  }
}
