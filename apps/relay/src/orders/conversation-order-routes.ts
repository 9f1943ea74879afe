import { ConversationId, type ConversationOrders, type Order, OrderNumber } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import * as z from "zod";
import { partyOf } from "../agents/agent.ts";
import type { Reached } from "../conversations/access.ts";
import { parse, Refusal } from "../http/problems.ts";
import type { SelfHelp } from "../self-help.ts";
import type { OrdersOfAddress } from "./find-order.ts";
import { SourceDown } from "./order-source.ts";
import { statusOf } from "./order-status.ts";
import { provenEmail } from "./proven-email-store.ts";

/** Orders that an agent is shown beside a conversation. */
const SHOWN = 10;

const Query = z.object({ number: OrderNumber.optional() });

/** The orders of who writes in a conversation, where it is proved who that is; otherwise those that an agent knows the number of. */
export function conversationOrderRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  const { sites } = selfHelp.parts.context;
  const { db } = selfHelp.parts.storage;
  return async (app) => {
    app.get("/v1/agent/conversations/:id/orders", async (request, reply): Promise<ConversationOrders> => {
      const conversation = await conversationOf(selfHelp, request);
      const { number } = parse(Query, request.query);
      const siteKey = conversation.site.key;
      const email = await provenEmail(db, conversation.number);
      const enabled = sites.known(siteKey)?.findsOrders ?? false;
      reply.header("cache-control", "no-store");
      const { orders, down } = await ordersOf(selfHelp, siteKey, number, email);
      return { orders: orders.map(statusOf), email, enabled, down };
    });
  };
}

/** @throws Refusal when nobody is signed in, or there is no such conversation. */
async function conversationOf({ doorkeeper, parts }: SelfHelp, request: FastifyRequest): Promise<Reached> {
  const agent = partyOf(await doorkeeper.admit(request));
  const id = ConversationId.safeParse((request.params as { id: string }).id);
  const conversation = id.success ? await parts.context.conversations.reach(agent, id.data) : undefined;
  if (conversation === undefined) throw new Refusal("not-found");
  return conversation;
}

/** The order with this number, without one those of this address. */
async function ordersOf(
  { orders }: SelfHelp,
  siteKey: string,
  number: string | undefined,
  email: string | null,
): Promise<OrdersOfAddress> {
  if (number !== undefined) return orderWith(orders.byNumber(siteKey, number));
  return email === null ? { orders: [], down: false } : orders.byEmail(siteKey, email, SHOWN);
}

async function orderWith(asked: Promise<Order | null>): Promise<OrdersOfAddress> {
  try {
    const order = await asked;
    return { orders: order === null ? [] : [order], down: false };
  } catch (error) {
    if (error instanceof SourceDown) return { orders: [], down: true };
    throw error;
  }
}
