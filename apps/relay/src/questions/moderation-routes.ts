import { PostChange, PostReply, PostState, type PublicPosts } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import * as z from "zod";
import { parse, Refusal } from "../http/problems.ts";
import { siteFor } from "../http/site-for.ts";
import type { SelfHelp } from "../self-help.ts";
import { decide, postsOf, replyTo } from "./moderation-store.ts";
import { isPostId } from "./post.ts";

const PostsQuery = z.object({ state: PostState.optional() });

interface OfPost {
  Params: { siteKey: string; id: string };
}

/** @throws Refusal `not-found` where no post has such an id */
function idIn({ params }: FastifyRequest<OfPost>): string {
  if (!isPostId(params.id)) throw new Refusal("not-found");
  return params.id;
}

/** Agents look at what visitors wrote publicly, and answer it. */
export function moderationRoutes({ parts, doorkeeper }: SelfHelp): FastifyPluginAsync {
  const { db } = parts.storage;
  const { sites, clock } = parts.context;
  const admitted = { doorkeeper, sites };
  return async (app) => {
    app.get("/v1/agent/sites/:siteKey/posts", async (request): Promise<PublicPosts> => {
      const { key } = await siteFor(admitted, request, "agent");
      return postsOf(db, key, parse(PostsQuery, request.query).state);
    });

    app.put<OfPost>("/v1/agent/sites/:siteKey/posts/:id", async (request, reply) => {
      const { key } = await siteFor(admitted, request, "agent");
      const { state } = parse(PostChange, request.body);
      if (!(await decide(db, key, idIn(request), state))) throw new Refusal("not-found");
      return reply.code(204).send();
    });

    app.post<OfPost>("/v1/agent/sites/:siteKey/posts/:id/replies", async (request, reply) => {
      const { key } = await siteFor(admitted, request, "agent");
      const { agent } = await doorkeeper.admit(request);
      const { text } = parse(PostReply, request.body);
      if (!(await replyTo(db, key, idIn(request), { agent, text, at: clock.now() }))) throw new Refusal("not-found");
      return reply.code(204).send();
    });
  };
}
