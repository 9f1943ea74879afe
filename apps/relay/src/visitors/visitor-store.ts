import type { Clock } from "../clock.ts";
import type { TokenHolder } from "../conversations/party.ts";
import { TOUCH_EVERY_MS } from "../limits.ts";
import { inParts } from "../storage/in-parts.ts";
import type { Journal } from "../storage/journal.ts";
import type { Database } from "../storage/schema.ts";
import { hashToken, newId, newToken } from "../tokens.ts";
import { tokenStands } from "./visitor.ts";

/** Visitors and the tokens by which they are known again. */
export class VisitorStore {
  readonly #db: Database;
  readonly #journal: Journal;
  readonly #clock: Clock;

  constructor(db: Database, journal: Journal, clock: Clock) {
    this.#db = db;
    this.#journal = journal;
    this.#clock = clock;
  }

  /** A new visitor with a new token, which exists nowhere else; undefined when it could not be stored. */
  async mint(siteKey: string, locale: string | null): Promise<{ party: TokenHolder; token: string } | undefined> {
    const token = newToken();
    const party: TokenHolder = { kind: "visitor", id: newId(), siteKey, tokenHash: hashToken(token) };
    const now = this.#clock.now();
    const stored = await this.#journal.store({}, (ledger) => ledger.addVisitor(party, locale, now));
    return stored ? { party, token } : undefined;
  }

  /** The visitor of this site whom a token stands for. */
  async identify(siteKey: string, token: string): Promise<TokenHolder | undefined> {
    const tokenHash = hashToken(token);
    const row = await this.#db
      .selectFrom("visitor_tokens as t")
      .innerJoin("visitors as v", "v.id", "t.visitor_id")
      .select(["v.id", "t.created_at as createdAt", "t.seen_at as seenAt"])
      .where("t.token_hash", "=", tokenHash)
      .where("v.site_key", "=", siteKey)
      .executeTakeFirst();
    const now = this.#clock.now();
    if (row === undefined || !tokenStands(row, now)) return undefined;
    const party: TokenHolder = { kind: "visitor", id: row.id, siteKey, tokenHash };
    if (now - row.seenAt >= TOUCH_EVERY_MS) await this.#journal.store({}, (ledger) => ledger.touchToken(party, now));
    return party;
  }

  /** Those of these tokens that have not ended. */
  async standing(tokenHashes: readonly string[]): Promise<Set<string>> {
    const rows = await inParts(tokenHashes, (some) =>
      this.#db.selectFrom("visitor_tokens").select("token_hash").where("token_hash", "in", some).execute(),
    );
    return new Set(rows.map(({ token_hash }) => token_hash));
  }
}
