import { ConversationId, Snooze } from "@shopbell/protocol";
import type { FastifyPluginAsync } from "fastify";
import { partyOf } from "../agents/agent.ts";
import type { Clock } from "../clock.ts";
import type { Doorkeeper } from "../http/doorkeeper.ts";
import { parse, Refusal } from "../http/problems.ts";
import type { Desk } from "../realtime/desk.ts";
import { isSnoozeTime, snoozeConversation } from "./snooze.ts";

export interface SnoozeRoutesOptions {
  readonly desk: Desk;
  readonly doorkeeper: Doorkeeper;
  readonly clock: Clock;
}

/** Lets an agent put a conversation off until a time to come. */
export function snoozeRoutes({ desk, doorkeeper, clock }: SnoozeRoutesOptions): FastifyPluginAsync {
  return async (app) => {
    app.post<{ Params: { id: string } }>("/v1/agent/conversations/:id/snooze", async (request, reply) => {
      const party = partyOf(await doorkeeper.admit(request));
      const id = ConversationId.safeParse(request.params.id);
      if (!id.success) throw new Refusal("not-found");
      const { until } = parse(Snooze, request.body);
      if (!isSnoozeTime(until, clock.now())) throw new Refusal("time-invalid");
      const outcome = await desk.decide({ party, conversationId: id.data }, (ledger, now) =>
        snoozeConversation(ledger, party, id.data, until, now),
      );
      if (outcome.kind === "refused") throw new Refusal(outcome.reason);
      return reply.code(204).send();
    });
  };
}
