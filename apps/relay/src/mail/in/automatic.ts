import type { Header } from "postal-mime";

/** Did a program write this, so that whatever is answered could go on for ever (RFC 3834, 2)? */
export function isAutomatic(headers: readonly Header[], from: string | undefined): boolean {
  return bears(headers, PROGRAM) || (from !== undefined && DAEMON.test(from));
}

/** Does it ask for no automatic answer? People's mail does so too: what came through a group, or out of Outlook. */
export function wantsNoReceipt(headers: readonly Header[]): boolean {
  return bears(headers, NO_RECEIPT);
}

/** By name of the header, what in it says so. */
type Signs = Readonly<Record<string, RegExp>>;

const ANY = /(?:)/;
const DAEMON = /^(?:mailer-daemon|postmaster)@/i;

const PROGRAM: Signs = {
  "auto-submitted": /^(?!\s*no\b)/i,
  precedence: /^\s*(?:bulk|junk|auto_reply)\s*$/i,
  "x-autoreply": ANY,
  "x-autorespond": ANY,
  "return-path": /^\s*<\s*>\s*$/,
};

const NO_RECEIPT: Signs = {
  precedence: /^\s*list\s*$/i,
  "list-id": ANY,
  "x-auto-response-suppress": /^(?!\s*none\s*$)/i,
};

function bears(headers: readonly Header[], signs: Signs): boolean {
  return headers.some(({ key, value }) => Object.hasOwn(signs, key) && signs[key]?.test(value));
}
