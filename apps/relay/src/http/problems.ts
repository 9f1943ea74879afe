import { PROBLEMS, type Problem, type ProblemCode } from "@shopbell/protocol";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type * as z from "zod";

/** Thrown by a route to say no. Everything else that is thrown is our own mistake. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly retryAfterS: number | undefined;

  constructor(code: ProblemCode, options: { detail?: string; retryAfterS?: number } = {}) {
    super(code);
    this.code = code;
    this.detail = options.detail;
    this.retryAfterS = options.retryAfterS;
  }
}

/** Reads a body, a query or parameters by a schema. @throws Refusal `malformed`, naming the fields but not what was in them. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = new Set(parsed.error.issues.flatMap(fieldsIn));
  throw new Refusal("malformed", fields.size > 0 ? { detail: `Look at: ${[...fields].join(", ")}.` } : {});
}

/** The field that an issue is about, or those that should not be there. */
function fieldsIn({ path, ...issue }: z.core.$ZodIssue): string[] {
  const names = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
  return names.map((name) => name.join(".")).filter((name) => name !== "");
}

/** Answers with a problem of the registry (RFC 9457). */
export function sendProblem(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, title } = PROBLEMS[refusal.code];
  const problem: Problem = { code: refusal.code, title, status };
  if (refusal.detail !== undefined) problem.detail = refusal.detail;
  if (refusal.retryAfterS !== undefined) reply.header("retry-after", refusal.retryAfterS);
  return reply.code(status).type("application/problem+json").header("cache-control", "no-store").send(problem);
}

/** What Fastify itself throws, in the words of our registry. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: "malformed",
  404: "not-found",
  405: "method-not-allowed",
  413: "too-large",
  415: "malformed",
  429: "too-fast",
  503: "overloaded",
};

/** What is said of whatever a route threw. */
export function refusalOf(error: FastifyError): Refusal {
  return error instanceof Refusal ? error : new Refusal(BY_STATUS[error.statusCode ?? 500] ?? "internal");
}

/** Turns whatever a route threw into a problem. `refused` hears of every one, `fault` of what was our own mistake. */
export function problemHandler(fault: (error: unknown) => void, refused: (code: ProblemCode) => void) {
  return (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const refusal = refusalOf(error);
    if (refusal.code === "internal") fault(error);
    refused(refusal.code);
    return sendProblem(reply, refusal);
  };
}
