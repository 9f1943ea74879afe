import { DatabaseError } from "pg";

/** What of an error is written down. Its other fields may hold rows, statements and what people typed. */
type LoggedError = {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  /** Places in our own code and our libraries'. */
  readonly stack: string;
};

/** What is written to logs: neither addresses with queries, nor headers, nor bodies, nor rows of the database. */
export const LOGGED = {
  req: ({ method, routeOptions }: { method: string; routeOptions?: { url?: string | undefined } }) => ({
    method,
    route: routeOptions?.url,
  }),
  res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
  err: loggedError,
};

function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "What was thrown is no error.", stack: "" };
  return {
    type: error.name,
    ...("code" in error && { code: String(error.code) }),
    message: messageOf(error),
    stack: error.stack?.split("\n").filter(isPlace).join("\n") ?? "",
  };
}

/** Before the places a stack repeats the message. */
function isPlace(line: string): boolean {
  return line.startsWith("    at ");
}

/** Postgres quotes a value that it cannot take (class 22), and whoever reads JSON what they could not read. */
function messageOf(error: Error): string {
  if (error instanceof DatabaseError && error.code?.startsWith("22")) return "A value was refused.";
  if (error instanceof SyntaxError) return "Something could not be read.";
  return error.message;
}
