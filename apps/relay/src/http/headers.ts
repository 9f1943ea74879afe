import type { FastifyReply } from "fastify";

/** Sent with every answer of the relay. */
export function commonHeaders(secure: boolean): Readonly<Record<string, string>> {
  const headers = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-resource-policy": "same-origin",
  };
  return secure ? { ...headers, "strict-transport-security": "max-age=31536000" } : headers;
}

/** The console runs its own scripts and nothing else, in nobody's frame, and makes no HTML from strings. */
export function consoleHeaders(publicUrl: string): Readonly<Record<string, string>> {
  const sockets = publicUrl.replace(/^http/, "ws");
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${sockets}`,
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
  };
}

/** The widget's files are meant for other people's pages; a same-origin policy would make them unusable there. */
export const WIDGET_HEADERS: Readonly<Record<string, string>> = {
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};

export function setHeaders(reply: FastifyReply, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
}
