import type { FastifyRequest } from "fastify";
import { Refusal } from "../http/problems.ts";
import { languagesIn } from "../requests/tongue.ts";
import type { SelfHelp } from "../self-help.ts";
import { shownWays } from "../ways/ways.ts";
import type { Centre } from "./centre.ts";
import { helpTongue } from "./help-tongue.ts";

export type HelpRequest = FastifyRequest<{
  Params: { siteKey: string; locale?: string; slug?: string };
  Querystring: Readonly<Record<string, string | readonly string[] | undefined>>;
}>;

/**
 * The help centre that an address names, as it is now.
 *
 * @throws Refusal `site-unknown`, or `not-found` where the shop writes nothing in the language of the address
 */
export async function openCentre(selfHelp: SelfHelp, { params }: HelpRequest): Promise<Centre> {
  const { locale } = params;
  return centreIn(selfHelp, params.siteKey, (locales) => locales.find((known) => known === locale));
}

/** The same in the language that a reader's browser asks for. @throws Refusal `site-unknown` */
export async function openForReader(selfHelp: SelfHelp, request: HelpRequest): Promise<Centre> {
  const wanted = languagesIn(request.headers["accept-language"]);
  return centreIn(selfHelp, request.params.siteKey, (_, localeFor) => localeFor(wanted));
}

async function centreIn(
  { parts }: SelfHelp,
  siteKey: string,
  choose: (locales: readonly string[], localeFor: (wanted: readonly string[]) => string) => string | undefined,
): Promise<Centre> {
  const { context, address } = parts;
  const site = await context.sites.find(siteKey);
  if (site === undefined) throw new Refusal("site-unknown");
  const shelf = await context.shelf.of(siteKey);
  const locale = choose(shelf.locales, (wanted) => shelf.localeFor(wanted));
  if (locale === undefined) throw new Refusal("not-found");
  const now = context.clock.now();
  return {
    site,
    shelf,
    locale,
    speech: helpTongue(locale, site.hours?.timeZone, now),
    state: context.shop.stateOf(siteKey),
    ways: shownWays(site.ways, now),
    shopUrl: context.sites.shopAddress(site),
    publicUrl: address.publicUrl,
    now,
  };
}

/** The first value of a query's field, as text that can be stored. */
export function queried({ query }: HelpRequest, field: string): string {
  const value = [query[field]].flat()[0] ?? "";
  return value.replaceAll("\0", "").toWellFormed().trim();
}
