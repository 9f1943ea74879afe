import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import * as z from "zod";
import { parse, Refusal } from "../../http/problems.ts";
import { MAX_MAIL_BYTES } from "./letter.ts";
import type { MailDesk, Received } from "./receive-mail.ts";

/** As mail servers and their services name a mail. */
const MAIL_TYPES = ["message/rfc822", "application/octet-stream"];

const RETRY_AFTER_S = 60;

const Mail = z.instanceof(Uint8Array);

/** Takes mail from whoever shows the secret. Where there is none, there is no such address either. */
export function inboundRoutes(secret: string | null, mails: Pick<MailDesk, "receive">): FastifyPluginAsync {
  return async (app) => {
    if (secret === null) return;
    const expected = digest(`Bearer ${secret}`);
    const onRequest = async ({ headers }: FastifyRequest) => {
      if (!timingSafeEqual(digest(headers.authorization ?? ""), expected)) throw new Refusal("unauthorized");
    };
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(MAIL_TYPES, { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    app.post("/v1/mail/inbound", { onRequest, bodyLimit: MAX_MAIL_BYTES }, async (request, reply) => {
      const received = await mails.receive(parse(Mail, request.body));
      refuseUnlessDealtWith(received);
      return reply.code(202).send({ outcome: received.kind });
    });
  };
}

/** Whoever is refused keeps the mail: tries again, or tells its sender. */
function refuseUnlessDealtWith(received: Received): void {
  if (received.kind === "not-stored") throw new Refusal("storage-failed", { retryAfterS: RETRY_AFTER_S });
  if (received.kind === "unreadable") throw new Refusal(received.why === "too-large" ? "too-large" : "malformed");
}

/** Digests have one length, which a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
