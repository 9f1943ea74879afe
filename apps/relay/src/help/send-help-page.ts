import type { FastifyReply, FastifyRequest } from "fastify";
import { setHeaders } from "../http/headers.ts";
import { toText } from "../http/html.ts";
import { sendUnlessUnchanged } from "../http/unchanged.ts";
import type { Centre } from "./centre.ts";
import { type HelpPage, helpDocument } from "./help-document.ts";

/**
 * How long anybody may keep a page. One that says who is there is kept no longer than the bell's own look: what it says must be true when
 * it is read.
 */
export type Keeping = "seconds" | "minutes" | "never";

const CACHE: Readonly<Record<Keeping, string>> = {
  seconds: "public, max-age=15",
  minutes: "public, max-age=60, stale-while-revalidate=600",
  never: "no-store",
};

const PICTURE_ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d+)?$/;
/** A header has its limits in proxies. */
const MAX_PICTURE_ORIGINS = 20;

interface Sending {
  readonly keeping: Keeping;
  readonly status?: number;
  /** Addresses of pictures on it that are not ours. */
  readonly pictures?: readonly string[];
}

/** Answers with a page of a help centre; with its tag alone to those who have it. */
export function sendHelpPage(
  request: FastifyRequest,
  reply: FastifyReply,
  centre: Centre,
  page: HelpPage,
  { keeping, status = 200, pictures = [] }: Sending,
): FastifyReply {
  setHeaders(reply, {
    "content-security-policy": policy(centre.publicUrl, pictures),
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "strict-origin",
  });
  const body = toText(helpDocument(centre, page));
  return sendKept(request, reply.code(status).type("text/html; charset=utf-8"), body, keeping);
}

/** Answers with something that may be kept, or with its tag alone. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, body: string, keeping: Keeping): FastifyReply {
  reply.header("cache-control", CACHE[keeping]);
  if (keeping === "never") return reply.send(body);
  return sendUnlessUnchanged(request, reply, body);
}

/** Where these pictures are. A host may hold a semicolon or be a star (URL standard): in a policy these mean something else. */
function pictureOrigins(pictures: readonly string[]): string[] {
  const origins = new Set(pictures.map((picture) => new URL(picture).origin));
  return [...origins].filter((origin) => PICTURE_ORIGIN.test(origin)).slice(0, MAX_PICTURE_ORIGINS);
}

/** The bell's script and what it needs, and nothing else: where a proxy serves the centre, the relay is another origin than the page's. */
function policy(publicUrl: string, pictures: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${publicUrl}`,
    `style-src ${publicUrl}`,
    `connect-src ${publicUrl} ${publicUrl.replace(/^http/, "ws")}`,
    `img-src ${[publicUrl, ...pictureOrigins(pictures)].join(" ")}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
