import { DatabaseError } from "pg";

/** A Postgres that could not be used. The message is a sentence that holds no password. */
export class DatabaseFault extends Error {
  constructor(databaseUrl: string, cause: unknown) {
    super(`${nameOf(databaseUrl)} ${reasonOf(cause)}`, { cause });
  }
}

/** A database as it may be shown to people and written to logs. */
export function nameOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `The Postgres database ${host}${pathname}`;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof DatabaseError)) return `cannot be reached: is it running there? (${codeOf(cause)})`;
  switch (cause.code) {
    case "28P01":
    case "28000":
      return "refuses the name or the password.";
    case "3D000":
      return "does not exist: create it first.";
    case "53300":
      return "has no connection left: raise its max_connections.";
    default:
      return `cannot be used: ${cause.message}.`;
  }
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause ? String(cause.code) : cause.message;
}
