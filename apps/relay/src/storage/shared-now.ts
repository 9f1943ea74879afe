import { type RawBuilder, sql } from "kysely";
import { type Clock, SYSTEM_CLOCK } from "../clock.ts";
import type { Storage } from "./database.ts";

/**
 * This instant, for statements about what relays share. The clocks of their machines differ, so it is the database's where there
 * is one for all of them. Any other clock than the machine's is in the hand of a test, and the same for everybody.
 *
 * @param plus milliseconds from now
 */
export function sharedNow({ kind }: Pick<Storage, "kind">, clock: Clock, plus = 0): RawBuilder<number> {
  return kind === "postgres" && clock === SYSTEM_CLOCK
    ? sql`CAST(extract(epoch FROM statement_timestamp()) * 1000 + CAST(${plus} AS bigint) AS bigint)`
    : sql`CAST(${clock.now() + plus} AS bigint)`;
}
