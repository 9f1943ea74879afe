import type { ApiTokens, MintedApiToken } from "@shopbell/protocol";
import type { Clock } from "../clock.ts";
import { TOUCH_EVERY_MS } from "../limits.ts";
import type { Database } from "../storage/schema.ts";
import { hashToken, newId, newToken } from "../tokens.ts";

/** What a token stands for. */
export interface ApiCaller {
  readonly tokenId: string;
  readonly siteKey: string;
}

/** Says what it is to whoever finds it, in a log or in a repository. */
const PREFIX = "shopbell_";

/** The tokens of shops' own systems. */
export class ApiTokenStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** A new token, which exists nowhere else. */
  async mint(siteKey: string, name: string): Promise<MintedApiToken> {
    const id = newId();
    const token = `${PREFIX}${newToken()}`;
    const row = { token_hash: hashToken(token), last_four: token.slice(-4), created_at: this.#clock.now() };
    await this.#db
      .insertInto("api_tokens")
      .values({ id, site_key: siteKey, name, ...row })
      .execute();
    return { id, token };
  }

  /** Whose token this is, if it still stands. */
  async caller(token: string): Promise<ApiCaller | undefined> {
    const row = await this.#db
      .selectFrom("api_tokens")
      .select(["id as tokenId", "site_key as siteKey", "used_at as usedAt"])
      .where("token_hash", "=", hashToken(token))
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { tokenId, siteKey, usedAt } = row;
    await this.#touch(tokenId, usedAt);
    return { tokenId, siteKey };
  }

  /** A site's tokens, newest first. */
  async list(siteKey: string): Promise<ApiTokens["tokens"]> {
    return this.#db
      .selectFrom("api_tokens")
      .select(["id", "name", "created_at as createdAt", "used_at as usedAt", "last_four as lastFour"])
      .where("site_key", "=", siteKey)
      .orderBy("created_at", "desc")
      .orderBy("id")
      .execute();
  }

  /** Ends a token at once. False where the site has none of this id. */
  async revoke(siteKey: string, id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom("api_tokens")
      .where("site_key", "=", siteKey)
      .where("id", "=", id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  async #touch(id: string, usedAt: number | null): Promise<void> {
    const now = this.#clock.now();
    if (usedAt !== null && now - usedAt < TOUCH_EVERY_MS) return;
    await this.#db.updateTable("api_tokens").set({ used_at: now }).where("id", "=", id).execute();
  }
}
