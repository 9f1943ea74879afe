import type { PublishedAnswer } from "../answers/answer.ts";
import type { Centre } from "../help/centre.ts";
import { type HelpRequest, openCentre, queried } from "../help/open-centre.ts";
import { Refusal } from "../http/problems.ts";
import type { SelfHelp } from "../self-help.ts";
import type { WrittenPost } from "./post.ts";
import type { PostStore } from "./post-store.ts";
import { type QuestionTongue, questionTongue } from "./question-tongue.ts";

/** An answer under which somebody writes. */
export interface UnderAnswer {
  readonly centre: Centre;
  readonly answer: PublishedAnswer;
  /** The question that is answered there; null is a question of one's own. */
  readonly parent: { readonly id: string; readonly name: string; readonly text: string } | null;
  readonly speech: QuestionTongue;
}

/**
 * Where an address lets somebody write publicly: the shop wants that, and what it names is shown.
 *
 * @throws Refusal `site-unknown` or `not-found`
 */
export async function openUnder(selfHelp: SelfHelp, posts: PostStore, request: HelpRequest): Promise<UnderAnswer> {
  const centre = await openCentre(selfHelp, request);
  const { site, shelf, locale, now } = centre;
  const answer = shelf.bySlug(locale, request.params.slug ?? "");
  if (!site.help.publicQuestions || answer === undefined) throw new Refusal("not-found");
  const to = queried(request, "to");
  const parent = to === "" ? null : await posts.find(to);
  if (parent === undefined || (parent && !isOpenTo(parent, answer))) throw new Refusal("not-found");
  return { centre, answer, parent, speech: questionTongue(locale, site.hours?.timeZone, now) };
}

function isOpenTo(post: WrittenPost, answer: PublishedAnswer): boolean {
  const isHere = post.answerId === answer.id && post.locale === answer.locale;
  return isHere && post.state === "shown" && post.parentId === null;
}
