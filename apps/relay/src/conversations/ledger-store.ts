import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ConversationId, Entry, MessageId, Page } from "@shopbell/protocol";
import { SIGN_IN_IDLE_MS, SIGN_IN_LIFE_MS, VISITOR_TOKEN_IDLE_MS, VISITOR_TOKEN_LIFE_MS } from "../limits.ts";
import type { Database } from "../storage/database.ts";
import type { Recorded } from "./accept-message.ts";
import type { Conversation } from "./conversation.ts";
import { type ConversationRow, conversationQuery, toConversation } from "./conversation-rows-store.ts";
import type { Beginning, Ledger } from "./ledger.ts";
import type { Party, VisitorParty } from "./party.ts";

/**
 * The ledger over SQLite: statements prepared once and called synchronously, because a promise for each of five
 * statements would cost more than the statements (performance.md, what decides it).
 * Must be called between BEGIN and COMMIT only; the journal sees to that.
 */
export class SqliteLedger implements Ledger {
  readonly #signIn: StatementSync;
  readonly #token: StatementSync;
  readonly #find: StatementSync;
  readonly #recorded: StatementSync;
  readonly #number: StatementSync;
  readonly #begin: StatementSync;
  readonly #allocate: StatementSync;
  readonly #insert: StatementSync;
  readonly #unseen: StatementSync;
  readonly #seen: Record<Party["kind"], StatementSync>;

  constructor(sqlite: DatabaseSync, db: Database) {
    this.#signIn = sqlite.prepare(
      `SELECT 1 FROM sign_ins s JOIN agents a ON a.id = s.agent_id
       WHERE s.id = ? AND a.disabled_at IS NULL AND s.created_at > ? AND s.seen_at > ?`,
    );
    this.#token = sqlite.prepare(
      "SELECT 1 FROM visitor_tokens WHERE token_hash = ? AND created_at > ? AND seen_at > ?",
    );
    this.#find = sqlite.prepare(conversationQuery(db).where("c.id", "=", "?").compile().sql);
    this.#recorded = sqlite.prepare(
      "SELECT seq, at, text FROM entries WHERE conversation_id = ? AND author_id = ? AND message_id = ?",
    );
    this.#number = sqlite.prepare(
      "UPDATE counters SET value = value + 1 WHERE name = 'conversation' RETURNING value AS number",
    );
    this.#begin = sqlite.prepare(
      `INSERT INTO conversations (id, number, site_key, visitor_id, state, last_at, started_on, created_at)
       VALUES (?, ?, ?, ?, 'open', ?, ?, ?)`,
    );
    this.#allocate = sqlite.prepare(
      `UPDATE conversations SET last_seq = last_seq + ?, last_at = ?, state = ?, assignee_id = ?, waiting_since = ?,
       unread = ? WHERE id = ? RETURNING last_seq`,
    );
    this.#insert = sqlite.prepare(
      `INSERT INTO entries (conversation_id, seq, kind, message_id, author_kind, author_id, text, event, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#unseen = sqlite.prepare(
      `SELECT count(*) AS unread FROM entries
       WHERE conversation_id = ? AND seq > ? AND kind = 'message' AND author_kind = 'visitor'`,
    );
    this.#seen = {
      visitor: sqlite.prepare("UPDATE conversations SET seen_visitor = ?, unread = ? WHERE id = ?"),
      agent: sqlite.prepare("UPDATE conversations SET seen_agent = ?, unread = ? WHERE id = ?"),
    };
  }

  stands(party: Party, now: number): boolean {
    const row =
      party.kind === "agent"
        ? this.#signIn.get(party.signInId, now - SIGN_IN_LIFE_MS, now - SIGN_IN_IDLE_MS)
        : this.#token.get(party.tokenHash, now - VISITOR_TOKEN_LIFE_MS, now - VISITOR_TOKEN_IDLE_MS);
    return row !== undefined;
  }

  find(id: ConversationId): Conversation | undefined {
    const row = this.#find.get(id) as ConversationRow | undefined;
    return row && toConversation(row);
  }

  recorded(id: ConversationId, author: Party, messageId: MessageId): Recorded | undefined {
    return this.#recorded.get(id, author.id, messageId) as Recorded | undefined;
  }

  begin(visitor: VisitorParty, { id, startedOn, at }: Beginning): Conversation {
    const { number } = this.#number.get() as { number: number };
    this.#begin.run(id, number, visitor.siteKey, visitor.id, at, pageText(startedOn), at);
    const begun = this.find(id);
    if (begun === undefined) throw new Error("a conversation that was just inserted is missing");
    return begun;
  }

  append(after: Conversation, entries: readonly Entry[], author: Party): void {
    const { lastAt, state, assignee, waitingSince, unread, id } = after;
    const place = this.#allocate.get(entries.length, lastAt, state, assignee?.id ?? null, waitingSince, unread, id);
    if (place?.["last_seq"] !== after.lastSeq) throw new Error("entries were decided from a state that has passed");
    for (const entry of entries) this.#insertEntry(id, entry, author);
  }

  markSeen(conversation: Conversation, side: Party["kind"], seq: number): Conversation {
    const { id, seen } = conversation;
    const unread = side === "agent" ? this.#countUnseen(id, seq) : conversation.unread;
    this.#seen[side].run(seq, unread, id);
    return { ...conversation, unread, seen: { ...seen, [side]: seq } };
  }

  #countUnseen(id: ConversationId, seq: number): number {
    const { unread } = this.#unseen.get(id, seq) as { unread: number };
    return unread;
  }

  #insertEntry(id: ConversationId, entry: Entry, author: Party): void {
    const { seq, kind, at } = entry;
    const said = entry.kind === "message" ? entry : null;
    const event = entry.kind === "event" ? entry.event : null;
    this.#insert.run(id, seq, kind, said?.id ?? null, author.kind, author.id, said?.text ?? null, event, at);
  }
}

function pageText(page: Page | null): string | null {
  return page === null ? null : JSON.stringify(page);
}
