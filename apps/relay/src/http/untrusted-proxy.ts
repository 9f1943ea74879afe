import type { FastifyRequest } from "fastify";

/**
 * Notices that a proxy says for whom it asks while nobody is to be believed: then everybody behind it counts as one, and an owner
 * learns of it from visitors who are refused.
 *
 * @param warn is told once
 */
export function noticeUntrustedProxy(warn: () => void): (request: Pick<FastifyRequest, "headers">) => void {
  let isTold = false;
  return ({ headers }) => {
    if (isTold || headers["x-forwarded-for"] === undefined) return;
    isTold = true;
    warn();
  };
}
