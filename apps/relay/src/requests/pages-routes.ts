import { PROBLEMS } from "@shopbell/protocol";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { networkOf } from "../http/network.ts";
import { sendPage } from "../http/page.ts";
import { takeForms } from "../http/page-forms.ts";
import { Refusal, refusalOf } from "../http/problems.ts";
import { spend } from "../http/spend.ts";
import type { PeerContext } from "../realtime/peer-context.ts";
import { tongueOf } from "./page-language.ts";
import { type LedBy, refusalPage } from "./refusal-page.ts";

/** Makes the routes of a plugin pages: they take forms, say no with a page, and serve each network address so often. */
export function asPages(app: FastifyInstance, context: PeerContext, ledBy: LedBy = "link"): void {
  const { fault, counters, clock } = context;
  takeForms(app);
  app.addHook("onRequest", (request) => spend(context, "pagesPerAddress", networkOf(request.ip)));

  const refuse = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => {
    counters.refusals[refusal.code] += 1;
    if (refusal.retryAfterS !== undefined) reply.header("retry-after", refusal.retryAfterS);
    const page = refusalPage(refusal.code, ledBy, tongueOf(request, clock.now()));
    return sendPage(reply, page, PROBLEMS[refusal.code].status);
  };
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === "internal") fault(error);
    return refuse(request, reply, refusal);
  });
  app.setNotFoundHandler((request, reply) => refuse(request, reply, new Refusal("not-found")));
}
