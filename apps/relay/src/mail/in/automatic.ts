import type { Header } from "postal-mime";

/** Did a program send this, or a list, so that answering could go on for ever (RFC 3834, 2)? */
export function isAutomatic(headers: readonly Header[], from: string | undefined): boolean {
  return headers.some(({ key, value }) => SIGNS[key]?.test(value)) || (from !== undefined && DAEMON.test(from));
}

const ANY = /(?:)/;
const DAEMON = /^(?:mailer-daemon|postmaster)@/i;

/** By name of the header, what in it says so. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  "auto-submitted": /^(?!\s*no\b)/i,
  precedence: /^\s*(?:bulk|list|junk|auto_reply)\s*$/i,
  "list-id": ANY,
  "x-auto-response-suppress": ANY,
  "x-autoreply": ANY,
  "x-autorespond": ANY,
  "return-path": /^\s*<\s*>\s*$/,
};
