import { ConversationId, type ConversationPage } from "@shopbell/protocol";
import type { FastifyPluginAsync } from "fastify";
import * as z from "zod";
import { partyOf } from "../agents/agent.ts";
import type { Doorkeeper } from "../http/doorkeeper.ts";
import { parse, Refusal } from "../http/problems.ts";
import type { Desk } from "../realtime/desk.ts";
import { CHANGES } from "./assignment.ts";
import { summaryOf } from "./conversation.ts";
import type { ConversationStore } from "./conversation-store.ts";

export interface ConversationRoutesOptions {
  readonly conversations: ConversationStore;
  readonly desk: Desk;
  readonly doorkeeper: Doorkeeper;
}

const ListQuery = z.object({
  state: z.enum(["closed", "snoozed"]),
  before: z.coerce.number().int().min(0).default(Number.MAX_SAFE_INTEGER),
});

/** What agents do to conversations beside writing in them. */
export function conversationRoutes({ conversations, desk, doorkeeper }: ConversationRoutesOptions): FastifyPluginAsync {
  return async (app) => {
    for (const change of CHANGES) {
      app.post<{ Params: { id: string } }>(`/v1/agent/conversations/:id/${change}`, async (request, reply) => {
        const agent = partyOf(await doorkeeper.admit(request));
        const id = ConversationId.safeParse(request.params.id);
        if (!id.success) throw new Refusal("not-found");
        const outcome = await desk.change(agent, id.data, change);
        if (outcome.kind === "refused") throw new Refusal(outcome.reason);
        return reply.code(204).send();
      });
    }

    app.get("/v1/agent/conversations", async (request): Promise<ConversationPage> => {
      await doorkeeper.admit(request);
      const { state, before } = parse(ListQuery, request.query);
      const { items, more } = await (state === "closed" ? conversations.closed(before) : conversations.snoozed());
      return { conversations: items.map(summaryOf), more };
    });
  };
}
