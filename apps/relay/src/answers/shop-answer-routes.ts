import { type FoundAnswers, type ShopHelp, type ShownAnswer, Vote } from "@shopbell/protocol";
import { MAX_WORDS_LENGTH } from "@shopbell/protocol/limits";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import { centreAddress } from "../help/centre-links.ts";
import { answerPreflight, sendCacheable } from "../http/from-shop.ts";
import { networkOf } from "../http/network.ts";
import { parse, Refusal } from "../http/problems.ts";
import { spend } from "../http/spend.ts";
import { languagesIn } from "../requests/tongue.ts";
import type { SelfHelp } from "../self-help.ts";
import type { Site } from "../sites/site.ts";
import { allowOrigin } from "../sites/site-routes.ts";
import { shownWays } from "../ways/ways.ts";
import type { SiteShelf } from "./answer.ts";
import { linkTo } from "./answer-card.ts";
import { castVote } from "./vote-store.ts";
import { voterOf } from "./voter.ts";

/** Answers that a visitor is shown before they search. */
const ON_A_PAGE = 5;
const MOST_FOUND = 8;

const Reading = z.object({ locale: z.string().optional() });
const Helping = Reading.extend({ page: z.string().default("/") });
const Searching = Reading.extend({ q: z.string() });

type Reader = FastifyRequest<{ Params: { siteKey: string; answerId: string } }>;

/** Answers for visitors: the ones that matter on a page, those that a search finds, one of them, and what they think of it. */
export function shopAnswerRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  const { context, address } = selfHelp.parts;
  return async (app) => {
    app.get("/v1/sites/:siteKey/help", async (request: Reader, reply) => {
      const { site, shelf } = await admitReader(selfHelp, request, reply);
      const { page, ...reading } = parse(Helping, request.query);
      const locale = localeFor(shelf, request, reading.locale);
      const help = helpOn(site, shelf, locale, page, context.clock.now());
      const centre =
        help.searches || help.answers.length > 0 ? `${centreAddress(site, address.publicUrl)}/${locale}/` : null;
      return sendCacheable(request, reply, { ...help, centre } satisfies ShopHelp);
    });

    app.get("/v1/sites/:siteKey/answers", async (request: Reader, reply) => {
      const { shelf } = await admitReader(selfHelp, request, reply);
      const { q, ...reading } = parse(Searching, request.query);
      const locale = localeFor(shelf, request, reading.locale);
      const words = q.slice(0, MAX_WORDS_LENGTH);
      const answers = await selfHelp.searches.take(() => [...shelf.search(locale, words, MOST_FOUND)]);
      return sendCacheable(request, reply, { locale, answers } satisfies FoundAnswers);
    });

    app.get("/v1/sites/:siteKey/answers/:answerId", async (request: Reader, reply) => {
      const { site, shelf } = await admitReader(selfHelp, request, reply);
      const locale = localeFor(shelf, request, parse(Reading, request.query).locale);
      const answer = shelf.answer(request.params.answerId, locale);
      if (answer === undefined) throw new Refusal("not-found");
      const { id, question, blocks } = answer;
      const link = linkTo(site.key, answer);
      return sendCacheable(request, reply, {
        ...{ id, question, locale: answer.locale, blocks: [...blocks], link },
      } satisfies ShownAnswer);
    });

    answerPreflight(app, "/v1/sites/:siteKey/answers/:answerId/vote", selfHelp.gate);
    app.post("/v1/sites/:siteKey/answers/:answerId/vote", async (request: Reader, reply) => {
      await takeVote(selfHelp, request, reply);
      return reply.code(204).send();
    });
  };
}

/** @throws Refusal when this page may not read the site's answers, or asks too often. */
async function admitReader({ gate, parts }: SelfHelp, request: FastifyRequest, reply: FastifyReply) {
  const { site, origin } = await gate.admitReader(request);
  allowOrigin(reply, origin);
  await spend(parts.context, "searchesPerAddress", networkOf(request.ip));
  return { site, shelf: await parts.context.shelf.of(site.key) };
}

/** @param locale what the page wants, dearest first, with commas between */
function localeFor(shelf: SiteShelf, { headers }: FastifyRequest, locale = headers["accept-language"]): string {
  return shelf.localeFor(languagesIn(locale));
}

function helpOn(site: Site, shelf: SiteShelf, locale: string, page: string, now: number): Omit<ShopHelp, "centre"> {
  const answers = shelf.forPage(locale, page, ON_A_PAGE).map(({ id, question }) => ({ id, question }));
  const { length } = shelf.all(locale);
  return {
    locale,
    answers,
    searches: length > answers.length,
    orders: site.findsOrders,
    ways: shownWays(site.ways, now),
  };
}

async function takeVote({ gate, parts }: SelfHelp, request: Reader, reply: FastifyReply): Promise<void> {
  const { site, origin } = await gate.admit(request);
  allowOrigin(reply, origin);
  await spend(parts.context, "votesPerAddress", networkOf(request.ip));
  const siteKey = site.key;
  const { answerId } = request.params;
  const vote = parse(Vote, request.body);
  const published = (await parts.context.shelf.of(siteKey)).translations(answerId);
  if (!published.some(({ locale }) => locale === vote.locale)) throw new Refusal("not-found");
  const voter = voterOf(parts.secret, {
    siteKey,
    network: networkOf(request.ip),
    userAgent: request.headers["user-agent"],
  });
  const cast = { ...vote, siteKey, answerId, voter, at: parts.context.clock.now() };
  const isCast = await castVote(parts.storage.db, cast);
  if (!isCast) throw new Refusal("not-found");
}
