import * as z from "zod";

/**
 * Every way in which the relay says no: HTTP status, sentence, and whether the same request may be tried again.
 * `docs/protocol.md` lists the same codes; a test holds the two together.
 */
export const PROBLEMS = {
  malformed: { status: 400, retry: false, title: "The request is not what this address understands." },
  "text-invalid": {
    status: 400,
    retry: false,
    title: "The text is empty, too long, or has characters that cannot be stored.",
  },
  unauthorized: { status: 401, retry: false, title: "Sign in first." },
  "sign-in-failed": { status: 401, retry: false, title: "This e-mail address and password do not belong together." },
  "origin-refused": { status: 403, retry: false, title: "This site does not allow the page's origin." },
  forbidden: { status: 403, retry: false, title: "This is not yours to do." },
  "not-found": { status: 404, retry: false, title: "There is nothing here." },
  "site-unknown": { status: 404, retry: false, title: "No site has this key." },
  "method-not-allowed": { status: 405, retry: false, title: "This address does not take that method." },
  conflict: { status: 409, retry: false, title: "Something else was recorded here before." },
  "already-assigned": { status: 409, retry: false, title: "Another agent has taken this conversation." },
  "setup-done": { status: 410, retry: false, title: "This set-up link was used, or has expired." },
  "too-large": { status: 413, retry: false, title: "The request is larger than this address takes." },
  "password-weak": {
    status: 422,
    retry: false,
    title: "Choose a password of at least 12 characters that is not on the list of common ones.",
  },
  "email-invalid": { status: 422, retry: false, title: "This is not an e-mail address." },
  "phone-invalid": {
    status: 422,
    retry: false,
    title: "This is not a telephone number. Begin with + and the country.",
  },
  "time-invalid": { status: 422, retry: false, title: "This time cannot be chosen." },
  "mail-off": { status: 409, retry: false, title: "Mail is not set up, or its test has not arrived." },
  "order-unknown": {
    status: 404,
    retry: false,
    title: "No order has this number and this e-mail address, or it was asked for too often.",
  },
  "orders-down": { status: 503, retry: true, title: "The shop's system does not answer just now." },
  "page-unreadable": { status: 422, retry: false, title: "That page could not be read, or has no questions on it." },
  "too-fast": { status: 429, retry: true, title: "Too many requests. Wait a moment." },
  internal: { status: 500, retry: true, title: "Something broke on our side. Nothing was stored." },
  "storage-failed": {
    status: 503,
    retry: true,
    title: "The message could not be stored. It was kept where it was written.",
  },
  overloaded: { status: 503, retry: true, title: "The relay is busy. Try again in a moment." },
} as const satisfies Record<string, { status: number; retry: boolean; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export const ProblemCode = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]);

/** Body of an unsuccessful answer, as application/problem+json (RFC 9457). */
export const Problem = z.object({
  code: ProblemCode,
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
