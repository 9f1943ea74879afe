import { OrderNumber, OrderPush, type OrderStatus } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { networkOf } from "../http/network.ts";
import { parse, Refusal } from "../http/problems.ts";
import type { Parts } from "../parts.ts";
import type { SelfHelp } from "../self-help.ts";
import { ApiTokenStore } from "./api-token-store.ts";
import { comparedNumber } from "./order-number.ts";
import { statusOf } from "./order-status.ts";
import { OrderStore } from "./order-store.ts";

const PushedNumber = OrderNumber.refine((number) => comparedNumber(number) !== "");

/** Orders as a shop's own system tells us of them, and is answered what visitors see. For servers: no page may call it. */
export function orderPushRoutes({ parts }: SelfHelp): FastifyPluginAsync {
  const { db } = parts.storage;
  const { clock } = parts.context;
  const orders = new OrderStore(db);
  const tokens = new ApiTokenStore(db, clock);
  return async (app) => {
    app.put("/v1/orders/:number", async (request, reply): Promise<OrderStatus> => {
      const siteKey = await siteOfCaller(tokens, parts, request);
      const order = { number: numberIn(request), ...parse(OrderPush, request.body) };
      const isNew = await orders.put(siteKey, order, clock.now());
      reply.code(isNew ? 201 : 200);
      return statusOf(order);
    });

    app.delete("/v1/orders/:number", async (request, reply) => {
      const siteKey = await siteOfCaller(tokens, parts, request);
      if (!(await orders.remove(siteKey, numberIn(request)))) throw new Refusal("not-found");
      return reply.code(204).send();
    });
  };
}

function numberIn({ params }: FastifyRequest): string {
  return parse(PushedNumber, (params as { number: string }).number);
}

/**
 * The site whose token the caller shows.
 *
 * @throws Refusal `unauthorized`, or `too-fast` for who calls too often, or shows tokens that are none as often as passwords may be tried
 */
async function siteOfCaller(
  tokens: ApiTokenStore,
  { context: { sharedLimits, limits } }: Parts,
  request: FastifyRequest,
): Promise<string> {
  const [, token = ""] = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? "") ?? [];
  const caller = await tokens.caller(token);
  const { waitMs } = await (caller
    ? sharedLimits.of("callsPerApiToken", limits.callsPerApiToken).spend(caller.tokenId)
    : sharedLimits.of("wrongApiTokensPerAddress", limits.signInsPerAddress).spend(networkOf(request.ip)));
  if (waitMs > 0) throw new Refusal("too-fast", { retryAfterS: Math.ceil(waitMs / 1_000) });
  if (caller === undefined) throw new Refusal("unauthorized");
  return caller.siteKey;
}
