import type { Clock } from "../clock.ts";
import { SETUP_LINK_LIFE_MS } from "../limits.ts";
import type { Site } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Database } from "../storage/schema.ts";
import { hashToken, newToken } from "../tokens.ts";
import type { Agent } from "./agent.ts";
import { AgentStore, type NewAgent } from "./agent-store.ts";

/** What a set-up link makes: the first owner, and the first shop where there is none. */
export interface FirstOwner {
  readonly owner: Omit<NewAgent, "role">;
  readonly site: Site | undefined;
}

/** One-time links for the first owner. There is no default password anywhere. */
export class SetupStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** A new link's token, which exists nowhere else. Links that have expired are forgotten. */
  async mint(): Promise<string> {
    const token = newToken();
    const now = this.#clock.now();
    await this.#db
      .deleteFrom("setup_links")
      .where("created_at", "<=", now - SETUP_LINK_LIFE_MS)
      .execute();
    await this.#db
      .insertInto("setup_links")
      .values({ token_hash: hashToken(token), created_at: now })
      .execute();
    return token;
  }

  /** Uses a link up, and every other with it. Undefined when it was used, has expired, or there is an owner already. */
  async use(token: string, { owner, site }: FirstOwner): Promise<Agent | undefined> {
    const now = this.#clock.now();
    return this.#db.transaction().execute(async (transaction) => {
      await takeTurns(transaction);
      const agents = new AgentStore(transaction, this.#clock);
      if (await agents.hasOwner()) return undefined;
      const link = await transaction
        .selectFrom("setup_links")
        .select("token_hash")
        .where("token_hash", "=", hashToken(token))
        .where("created_at", ">", now - SETUP_LINK_LIFE_MS)
        .executeTakeFirst();
      if (link === undefined) return undefined;
      const added = await agents.add({ ...owner, role: "owner" });
      if (added === undefined) return undefined;
      if (site) await addSite(transaction, site, now);
      await transaction.deleteFrom("setup_links").execute();
      return added;
    });
  }
}

/** Writes a row that everybody writes first: of two people who use links at once, the second waits here for the first. */
async function takeTurns(transaction: Database): Promise<void> {
  await transaction
    .updateTable("installation")
    .set((row) => ({ value: row.ref("value") }))
    .where("name", "=", "epoch")
    .execute();
}
