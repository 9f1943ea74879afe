import { type AnswerDraft, ConversationId, Seq } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import * as z from "zod";
import { partyOf } from "../agents/agent.ts";
import { localeAmong } from "../answers/shelf-locales.ts";
import type { Reached } from "../conversations/access.ts";
import { parse, Refusal } from "../http/problems.ts";
import { RequestStore } from "../requests/request-store.ts";
import type { SelfHelp } from "../self-help.ts";
import { answerDraft, type Drafted } from "./answer-draft.ts";

const DraftQuery = z.object({ seq: z.coerce.number().pipe(Seq) });
/** What an agent wrote after the message still belongs to it. The page of entries reaches back from here. */
const ENTRIES_AFTER = 15;

/** Lets agents make a reply of theirs an answer for everybody. */
export function answerDraftRoutes({ parts, doorkeeper }: SelfHelp): FastifyPluginAsync {
  const { conversations, sites } = parts.context;
  const requests = new RequestStore(parts.storage.db);

  const reach = async (request: FastifyRequest<{ Params: { id: string } }>): Promise<Reached> => {
    const party = partyOf(await doorkeeper.admit(request));
    const id = ConversationId.safeParse(request.params.id);
    const conversation = id.success ? await conversations.reach(party, id.data) : undefined;
    if (conversation === undefined) throw new Refusal("not-found");
    return conversation;
  };

  const draft = async (conversation: Reached, seq: number): Promise<Drafted> => {
    const { items } = await conversations.pageBefore(conversation, seq + ENTRIES_AFTER);
    const { name } = conversation.visitor;
    const drafted = answerDraft(items, seq, name === null ? [] : [name]);
    if (drafted === undefined) throw new Refusal("not-found");
    return drafted;
  };

  return async (app) => {
    app.get("/v1/agent/conversations/:id/answer-draft", async (request): Promise<AnswerDraft> => {
      const conversation = await reach(request as FastifyRequest<{ Params: { id: string } }>);
      const { seq } = parse(DraftQuery, request.query);
      const siteKey = conversation.site.key;
      const locales = sites.known(siteKey)?.help.locales ?? [];
      const wanted = (await requests.localeOf(conversation.visitor.id)) ?? "";
      return { siteKey, locale: localeAmong(locales, [wanted]), ...(await draft(conversation, seq)) };
    });
  };
}
