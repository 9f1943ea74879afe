import { VISITOR_TOKEN_IDLE_MS, VISITOR_TOKEN_LIFE_MS } from "../limits.ts";

/** When a token was made and last used. */
export interface TokenAge {
  readonly createdAt: number;
  readonly seenAt: number;
}

/** A visitor's token ends after 30 days without use, and after 180 days in any case. */
export function tokenStands({ createdAt, seenAt }: TokenAge, now: number): boolean {
  return now - createdAt < VISITOR_TOKEN_LIFE_MS && now - seenAt < VISITOR_TOKEN_IDLE_MS;
}
