import { PROBLEMS } from "@shopbell/protocol";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendPage } from "../http/page.ts";
import { takeForms } from "../http/page-forms.ts";
import { Refusal, refusalOf } from "../http/problems.ts";
import type { PeerContext } from "../realtime/peer-context.ts";
import { tongueOf } from "./page-language.ts";
import { refusalPage } from "./refusal-page.ts";

/** Makes the routes of a plugin pages: they take forms, say no with a page, and serve each network address so often. */
export function asPages(app: FastifyInstance, { fault, counters, clock, sharedLimits, limits }: PeerContext): void {
  takeForms(app);
  app.addHook("onRequest", async ({ ip }) => {
    const { waitMs } = await sharedLimits.of("pagesPerAddress", limits.pagesPerAddress).spend(ip);
    if (waitMs > 0) throw new Refusal("too-fast", { retryAfterS: Math.ceil(waitMs / 1_000) });
  });

  const refuse = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => {
    counters.refusals[refusal.code] += 1;
    if (refusal.retryAfterS !== undefined) reply.header("retry-after", refusal.retryAfterS);
    const page = refusalPage(refusal.code, tongueOf(request, clock.now()));
    return sendPage(reply, page, PROBLEMS[refusal.code].status);
  };
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === "internal") fault(error);
    return refuse(request, reply, refusal);
  });
  app.setNotFoundHandler((request, reply) => refuse(request, reply, new Refusal("not-found")));
}
