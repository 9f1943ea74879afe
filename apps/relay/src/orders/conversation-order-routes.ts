import { ConversationId, type ConversationOrders, type Order, OrderNumber } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import * as z from "zod";
import { partyOf } from "../agents/agent.ts";
import type { Reached } from "../conversations/access.ts";
import { parse, Refusal } from "../http/problems.ts";
import type { SelfHelp } from "../self-help.ts";
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
      return { ...(await shown(ordersOf(selfHelp, siteKey, number, email))), email, enabled };
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

/** @throws SourceDown */
async function ordersOf(
  { orders }: SelfHelp,
  siteKey: string,
  number: string | undefined,
  email: string | null,
): Promise<Order[]> {
  if (number === undefined) return email === null ? [] : orders.byEmail(siteKey, email, SHOWN);
  const order = await orders.byNumber(siteKey, number);
  return order === null ? [] : [order];
}

async function shown(asked: Promise<Order[]>): Promise<Pick<ConversationOrders, "orders" | "down">> {
  try {
    return { orders: (await asked).map(statusOf), down: false };
  } catch (error) {
    if (error instanceof SourceDown) return { orders: [], down: true };
    throw error;
  }
}
