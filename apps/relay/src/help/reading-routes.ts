import type { FastifyPluginAsync, FastifyReply } from "fastify";
import type { PublishedAnswer, SiteShelf } from "../answers/answer.ts";
import { askedUnder } from "../questions/asked-under.ts";
import { shownUnder } from "../questions/shown-store.ts";
import { searchIdIn } from "../searches/search-id.ts";
import type { SelfHelp } from "../self-help.ts";
import { type AnswerExtras, answerPage } from "./answer-page.ts";
import { categoryPage } from "./category-page.ts";
import type { Centre } from "./centre.ts";
import { answerPath, categoryPath } from "./centre-links.ts";
import type { Translation } from "./help-document.ts";
import { homePage } from "./home-page.ts";
import { type HelpRequest, openCentre, openForReader, queried } from "./open-centre.ts";
import { SearchNotes, wordsOf } from "./search-notes.ts";
import { type Section, sectionsOf } from "./sections.ts";
import { sendHelpPage } from "./send-help-page.ts";
import { sendMissingPage } from "./send-missing-page.ts";
import type { Voting } from "./useful-form.ts";

/** The pages that are read: the first one, categories and answers. */
export function readingRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  const notes = new SearchNotes(selfHelp);
  return async (app) => {
    app.get("/:siteKey", (request: HelpRequest, reply) => toLanguage(selfHelp, request, reply, "beside"));
    app.get("/:siteKey/", (request: HelpRequest, reply) => toLanguage(selfHelp, request, reply, "below"));
    app.get("/:siteKey/:locale", async (request: HelpRequest, reply) => {
      const { locale } = await openCentre(selfHelp, request);
      return reply.redirect(`${locale}/`, 302);
    });

    app.get("/:siteKey/:locale/", async (request: HelpRequest, reply) => {
      const centre = await openCentre(selfHelp, request);
      return sendHelpPage(request, reply, centre, homePage(centre, sectionsIn(centre)), { keeping: "seconds" });
    });

    app.get("/:siteKey/:locale/c/:slug", async (request: HelpRequest, reply) => {
      const centre = await openCentre(selfHelp, request);
      const { slug } = request.params;
      const section = sectionsIn(centre).find((one) => one.slug === slug || one.id === slug);
      if (section === undefined) return sendMissingPage(request, reply, centre, categoryPath(slug ?? ""));
      const page = categoryPage(centre, section, translationsOf(section, centre.shelf));
      return sendHelpPage(request, reply, centre, page, { keeping: "minutes" });
    });

    app.get("/:siteKey/:locale/a/:slug", (request: HelpRequest, reply) => read(selfHelp, notes, request, reply));

    app.get("/:siteKey/:locale/*", async (request: HelpRequest, reply) => {
      const rest = (request.params as { "*"?: string })["*"] ?? "";
      return sendMissingPage(request, reply, await openCentre(selfHelp, request), rest);
    });
  };
}

/** Links are relative, so that it matters whether the address ends with a slash. */
async function toLanguage(
  selfHelp: SelfHelp,
  request: HelpRequest,
  reply: FastifyReply,
  folder: "beside" | "below",
): Promise<FastifyReply> {
  const { site, locale } = await openForReader(selfHelp, request);
  reply.header("cache-control", "public, max-age=60").header("vary", "Accept-Language");
  return reply.redirect(folder === "beside" ? `${site.key}/${locale}/` : `${locale}/`, 302);
}

async function read(
  selfHelp: SelfHelp,
  notes: SearchNotes,
  request: HelpRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const centre = await openCentre(selfHelp, request);
  const slug = request.params.slug ?? "";
  const answer = answerAt(centre, slug);
  const section = sectionsIn(centre).find(({ answers }) => answers.some(({ id }) => id === answer?.id));
  if (answer === undefined || section === undefined) return sendMissingPage(request, reply, centre, answerPath(slug));
  if (isElsewhere(centre, answer, slug)) {
    const folder = centre.shelf.locales.includes(answer.locale) ? answer.locale : centre.locale;
    const query = request.url.includes("?") ? request.url.slice(request.url.indexOf("?")) : "";
    return reply.redirect(`../../${folder}/${answerPath(answer.slug)}${query}`, 302);
  }
  const voting = votingOf(request);
  if (voting.search !== "") await notes.note(request, centre, voting.search, answer.id);
  const page = answerPage(centre, {
    answer,
    section,
    voting,
    extras: await extrasOf(selfHelp, centre, answer),
  });
  const isPlain = Object.keys(request.query).length === 0;
  return sendHelpPage(request, reply, centre, page, { keeping: isPlain ? "seconds" : "never" });
}

/** What was asked publicly under an answer, where the shop wants that. */
async function extrasOf({ parts }: SelfHelp, centre: Centre, answer: PublishedAnswer): Promise<AnswerExtras> {
  if (!centre.site.help.publicQuestions) return null;
  return askedUnder(centre, answer, await shownUnder(parts.storage.db, { answerId: answer.id, locale: answer.locale }));
}

function votingOf(request: HelpRequest): Voting {
  const voted = queried(request, "voted");
  return {
    voted: voted === "yes" || voted === "no" ? voted : null,
    words: wordsOf(request),
    search: searchIdIn(queried(request, "s")),
  };
}

/** The answer at an address of a language: by its slug there, or by what it is called in another language. */
function answerAt({ shelf, locale }: Centre, slug: string): PublishedAnswer | undefined {
  const elsewhere = shelf.locales.map((other) => shelf.bySlug(other, slug)).find((answer) => answer !== undefined);
  return (
    shelf.bySlug(locale, slug) ??
    (elsewhere && shelf.answer(elsewhere.id, locale)) ??
    shelf.all(locale).find((answer) => answer.slug === slug)
  );
}

/** One in a language that the shop writes no more has no folder of its own: it is read where it was asked for. */
function isElsewhere({ shelf, locale }: Centre, answer: PublishedAnswer, slug: string): boolean {
  return answer.slug !== slug || (answer.locale !== locale && shelf.locales.includes(answer.locale));
}

/** The categories of a help centre, in the reader's language. */
export function sectionsIn({ shelf, locale, speech }: Centre): Section[] {
  return sectionsOf(shelf, locale, { name: speech.t("otherQuestions"), locale: speech.locale });
}

/** Where a category is in each language. */
function translationsOf({ id }: Section, shelf: SiteShelf): Translation[] {
  const other = { name: "", locale: "" };
  return shelf.locales.flatMap((locale) => {
    const same = id !== null && sectionsOf(shelf, locale, other).find((section) => section.id === id);
    return same ? [{ locale, path: categoryPath(same.slug) }] : [];
  });
}
