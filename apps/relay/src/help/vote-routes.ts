import { MAX_WORDS_LENGTH } from "@shopbell/protocol/limits";
import type { FastifyPluginAsync } from "fastify";
import { castVote } from "../answers/vote-store.ts";
import { voterOf } from "../answers/voter.ts";
import { networkOf } from "../http/network.ts";
import type { Fields } from "../http/page-forms.ts";
import { Refusal } from "../http/problems.ts";
import { spend } from "../http/spend.ts";
import { keptText } from "../requests/form-fault.ts";
import { searchIdIn } from "../searches/search-id.ts";
import type { SelfHelp } from "../self-help.ts";
import { requireHelpForm } from "./help-forms.ts";
import { type HelpRequest, openCentre } from "./open-centre.ts";

/** "Was this useful?" without a script. */
export function voteRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  const { context, storage, secret } = selfHelp.parts;
  return async (app) => {
    app.post("/:siteKey/:locale/a/:slug/vote", async (request: HelpRequest, reply) => {
      const { site, shelf, locale } = await openCentre(selfHelp, request);
      requireHelpForm(request, selfHelp, site);
      const answer = shelf.bySlug(locale, request.params.slug ?? "");
      if (answer === undefined) throw new Refusal("not-found");
      const { useful, words, search } = voteIn((request.body ?? {}) as Fields);
      const network = networkOf(request.ip);
      await spend(context, "votesPerAddress", network);
      await castVote(storage.db, {
        siteKey: site.key,
        answerId: answer.id,
        locale,
        useful: useful === "yes",
        ...(words !== "" && { words }),
        voter: voterOf(secret, { siteKey: site.key, network, userAgent: request.headers["user-agent"] }),
        at: context.clock.now(),
      });
      const voted = new URLSearchParams({ voted: useful, ...(search !== "" && { s: search }) });
      return reply
        .header("cache-control", "no-store")
        .redirect(`../${encodeURIComponent(answer.slug)}?${voted}#useful`, 303);
    });
  };
}

/** @throws Refusal `malformed` */
function voteIn({ useful, words = "", s: search }: Fields): { useful: "yes" | "no"; words: string; search: string } {
  if (useful !== "yes" && useful !== "no") throw new Refusal("malformed");
  return { useful, words: keptText(words).slice(0, MAX_WORDS_LENGTH).toWellFormed(), search: searchIdIn(search) };
}
