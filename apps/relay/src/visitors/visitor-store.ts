import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Clock } from "../clock.ts";
import type { VisitorParty } from "../conversations/party.ts";
import { TOUCH_EVERY_MS } from "../limits.ts";
import type { Database } from "../storage/database.ts";
import type { Journal } from "../storage/journal.ts";
import { hashToken, newId, newToken } from "../tokens.ts";
import { tokenStands } from "./visitor.ts";

/** Visitors and the tokens by which they are known again. */
export class VisitorStore {
  readonly #db: Database;
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #insertVisitor: StatementSync;
  readonly #insertToken: StatementSync;
  readonly #deleteTokens: StatementSync;
  readonly #touch: StatementSync;

  constructor(sqlite: DatabaseSync, db: Database, journal: Journal, clock: Clock) {
    this.#db = db;
    this.#journal = journal;
    this.#clock = clock;
    this.#insertVisitor = sqlite.prepare("INSERT INTO visitors (id, site_key, locale, created_at) VALUES (?, ?, ?, ?)");
    this.#insertToken = sqlite.prepare(
      "INSERT INTO visitor_tokens (token_hash, visitor_id, created_at, seen_at) VALUES (?, ?, ?, ?)",
    );
    this.#deleteTokens = sqlite.prepare("DELETE FROM visitor_tokens WHERE visitor_id = ?");
    this.#touch = sqlite.prepare("UPDATE visitor_tokens SET seen_at = ? WHERE token_hash = ?");
  }

  /** A new visitor with a new token, which exists nowhere else; undefined when it could not be stored. */
  async mint(siteKey: string, locale: string | null): Promise<{ party: VisitorParty; token: string } | undefined> {
    const token = newToken();
    const party: VisitorParty = { kind: "visitor", id: newId(), siteKey, tokenHash: hashToken(token) };
    const now = this.#clock.now();
    const stored = await this.#journal.store(() => {
      this.#insertVisitor.run(party.id, siteKey, locale, now);
      this.#insertToken.run(party.tokenHash, party.id, now, now);
    });
    return stored ? { party, token } : undefined;
  }

  /** From now on no token stands for this visitor. */
  async forget(visitorId: string): Promise<void> {
    await this.#journal.store(() => this.#deleteTokens.run(visitorId));
  }

  /** The visitor of this site whom a token stands for. */
  async identify(siteKey: string, token: string): Promise<VisitorParty | undefined> {
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
    if (now - row.seenAt >= TOUCH_EVERY_MS) await this.#journal.store(() => this.#touch.run(now, tokenHash));
    return { kind: "visitor", id: row.id, siteKey, tokenHash };
  }
}
