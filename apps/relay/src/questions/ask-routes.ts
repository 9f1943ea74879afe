import type { FastifyPluginAsync, FastifyReply } from "fastify";
import { type HelpRequest, queried } from "../help/open-centre.ts";
import { networkOf } from "../http/network.ts";
import { sendPage } from "../http/page.ts";
import { type Fields, requireOwnForm } from "../http/page-forms.ts";
import { TRAP } from "../requests/contact-form.ts";
import { tooFast } from "../requests/form-fault.ts";
import type { SelfHelp } from "../self-help.ts";
import { newId } from "../tokens.ts";
import { askPage, noMailPage, sentPage } from "./ask-page.ts";
import { confirmPath } from "./confirm-link.ts";
import { postIdOf, type WrittenPost } from "./post.ts";
import type { PostStore } from "./post-store.ts";
import { type AskedPublicly, emptyForm, type QuestionForm, readQuestion, typedIn } from "./question-form.ts";
import { askPath } from "./question-links.ts";
import { openUnder, type UnderAnswer } from "./under-answer.ts";

const PLACE = "/:siteKey/:locale/:slug";

/** Where visitors ask publicly under an answer, and answer each other. */
export function askRoutes(selfHelp: SelfHelp, posts: PostStore): FastifyPluginAsync {
  const { address } = selfHelp.parts;
  return async (app) => {
    app.get(PLACE, async (request: HelpRequest, reply) => {
      const under = await openUnder(selfHelp, posts, request);
      if (queried(request, "sent") !== "") return sendPage(reply, sentPage(under));
      if (!under.centre.state.mails) return sendPage(reply, noMailPage(under, ""));
      return sendPage(reply, askPage(under, emptyForm(newId())));
    });

    app.post(PLACE, async (request: HelpRequest, reply) => {
      requireOwnForm(request, address.ownOrigins);
      return take(selfHelp, posts, request, reply);
    });
  };
}

/** Stores what was asked, or shows the form again with everything that was typed. */
async function take(selfHelp: SelfHelp, posts: PostStore, request: HelpRequest, reply: FastifyReply) {
  const under = await openUnder(selfHelp, posts, request);
  const { centre, answer, speech } = under;
  const fields = (request.body ?? {}) as Fields;
  const form = typedIn(fields, newId());
  const again = (status: number, faults: QuestionForm["faults"], nonce = form.nonce) =>
    sendPage(reply, askPage(under, { ...form, nonce, faults }), status);

  if (!centre.state.mails) return sendPage(reply, noMailPage(under, form.typed.text), 503);
  const read = readQuestion(fields, centre.site.name, speech);
  if (read.kind === "wrong") return again(422, read.faults);
  if (fields[TRAP]) return again(422, { form: speech.tongue.t("trapped") });
  const post = postOf(under, form.nonce, read.asked);
  const known = await posts.find(post.id);
  if (known !== undefined && known.text !== post.text) {
    return again(422, { form: speech.tongue.t("sentOtherwise") }, newId());
  }
  const waitMs = known === undefined ? await pauseMs(selfHelp, networkOf(request.ip), read.asked.email) : 0;
  if (waitMs > 0) return again(429, { form: tooFast(speech.tongue, waitMs) });
  await posts.add(post, confirmPath(selfHelp.parts.secret, post.id));
  return reply.header("cache-control", "no-store").redirect(`${askPath(centre.site.key, answer)}?sent=1`, 303);
}

function postOf({ centre, answer, parent }: UnderAnswer, nonce: string, asked: AskedPublicly): WrittenPost {
  const place = { siteKey: centre.site.key, answerId: answer.id, parentId: parent?.id ?? null, locale: answer.locale };
  return { id: postIdOf(nonce), ...place, ...asked, agentId: null, state: "unconfirmed", at: centre.now };
}

/** How long who writes too much has to wait: by their network, and by the mail address that they give. */
async function pauseMs({ parts: { context } }: SelfHelp, from: string, email: string): Promise<number> {
  const { sharedLimits, limits } = context;
  const { waitMs } = await sharedLimits.of("postsPerAddress", limits.postsPerAddress).spend(from);
  if (waitMs > 0) return waitMs;
  return (await sharedLimits.of("postsPerEmail", limits.postsPerEmail).spend(email)).waitMs;
}
