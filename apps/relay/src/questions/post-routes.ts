import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { networkOf } from "../http/network.ts";
import { sendPage } from "../http/page.ts";
import { requireOwnForm } from "../http/page-forms.ts";
import { Refusal } from "../http/problems.ts";
import { spend } from "../http/spend.ts";
import type { SelfHelp } from "../self-help.ts";
import { confirmedBy, confirmPath } from "./confirm-link.ts";
import { confirm } from "./post.ts";
import { confirmedPage, confirmPage, type OfPost, reportedPage, reportPage } from "./post-pages.ts";
import type { PostStore } from "./post-store.ts";
import { questionTongue } from "./question-tongue.ts";
import { reporterOf } from "./reporter.ts";

type PostRequest = FastifyRequest<{ Params: { id: string } }>;

/**
 * Confirms that somebody wrote a post, by the link in their mail, and takes reports on one that is shown. A button does either, since
 * mail servers and search engines follow links by themselves.
 */
export function postRoutes(selfHelp: SelfHelp, posts: PostStore): FastifyPluginAsync {
  const { address, context, secret } = selfHelp.parts;
  const mine = ({ params }: PostRequest) => opened(selfHelp, posts, confirmedBy(secret, params.id));
  const theirs = async ({ params }: PostRequest) => {
    const of = await opened(selfHelp, posts, params.id);
    if (of.post.state !== "shown" || of.post.agentId !== null) throw new Refusal("not-found");
    return of;
  };

  return async (app) => {
    app.get("/confirm/:id", async (request: PostRequest, reply) => {
      const of = await mine(request);
      const outcome = confirm(of.post, of.site.help.holds, context.clock.now());
      return sendPage(
        reply,
        outcome.kind === "confirmed" ? confirmPage(of, confirmPath(secret, of.post.id)) : confirmedPage(of, outcome),
      );
    });

    app.post("/confirm/:id", async (request: PostRequest, reply) => {
      requireOwnForm(request, address.ownOrigins);
      const of = await mine(request);
      const outcome = confirm(of.post, of.site.help.holds, context.clock.now());
      if (outcome.kind === "confirmed") await posts.confirm(of.post.id, outcome.state);
      return sendPage(reply, confirmedPage(of, outcome));
    });

    app.get("/report/:id", async (request: PostRequest, reply) => sendPage(reply, reportPage(await theirs(request))));

    app.post("/report/:id", async (request: PostRequest, reply) => {
      requireOwnForm(request, address.ownOrigins);
      const of = await theirs(request);
      const network = networkOf(request.ip);
      await spend(context, "postReportsPerAddress", network);
      await posts.report(of.post.id, reporterOf(secret, { network, userAgent: request.headers["user-agent"] }));
      return sendPage(reply, reportedPage(of));
    });
  };
}

/** A post with what its page needs, where its shop still wants such posts. @throws Refusal `not-found` */
async function opened({ parts }: SelfHelp, posts: PostStore, id: string | undefined): Promise<OfPost> {
  const { context, address } = parts;
  const post = id === undefined ? undefined : await posts.find(id);
  const site = post && (await context.sites.find(post.siteKey));
  if (post === undefined || !site?.help.publicQuestions) throw new Refusal("not-found");
  const answer = (await context.shelf.of(site.key)).answer(post.answerId, post.locale);
  if (answer === undefined) throw new Refusal("not-found");
  const speech = questionTongue(post.locale, site.hours?.timeZone, context.clock.now());
  return { post, site, answer, publicUrl: address.publicUrl, speech };
}
