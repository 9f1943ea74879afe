import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Sends a body, or, to who has the same already, that it has not changed (RFC 9110, 13.1.2). */
export function sendUnlessUnchanged(request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  reply.header("etag", etag);
  return request.headers["if-none-match"] === etag ? reply.code(304).send() : reply.send(body);
}
