import type { FastifyRequest } from "fastify";
import { languagesIn, NO_ZONE, type Tongue, tongueFor } from "./tongue.ts";

/** What is known of a reader beside what their browser says. */
interface Known {
  readonly timeZone?: string | undefined;
  readonly locale?: string | null;
}

/** The language that the address asks for, as `?lang=pt`. */
function langOf({ query }: Pick<FastifyRequest, "query">): string | undefined {
  const { lang } = query as { lang?: unknown };
  return typeof lang === "string" && /^[a-z0-9-]{2,35}$/i.test(lang) ? lang : undefined;
}

/** Carries the chosen language over to the next address: `?lang=pt`, or nothing. */
export function langQuery(request: Pick<FastifyRequest, "query">): string {
  const lang = langOf(request);
  return lang === undefined ? "" : `?lang=${lang}`;
}

/** Speaks as the address asks, else as the visitor spoke before, else as the browser asks. */
export function tongueOf(
  request: Pick<FastifyRequest, "query" | "headers">,
  now: number,
  { timeZone = NO_ZONE, locale = null }: Known = {},
): Tongue {
  const wanted = [langOf(request), locale, ...languagesIn(request.headers["accept-language"])];
  return tongueFor(
    wanted.filter((tag) => typeof tag === "string"),
    timeZone,
    now,
  );
}

/** The language that a reader wants before all others; null where nothing says it. */
export function localeOf(request: Pick<FastifyRequest, "query" | "headers">): string | null {
  return langOf(request) ?? languagesIn(request.headers["accept-language"])[0] ?? null;
}
