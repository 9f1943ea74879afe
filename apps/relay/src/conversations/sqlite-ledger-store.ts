import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ConversationId, Entry, MessageId, Page } from "@shopbell/protocol";
import { jobRow, SCHEDULE_ONE } from "../jobs/job-rows-store.ts";
import { SIGN_IN_IDLE_MS, SIGN_IN_LIFE_MS, VISITOR_TOKEN_IDLE_MS, VISITOR_TOKEN_LIFE_MS } from "../limits.ts";
import type { Database } from "../storage/schema.ts";
import type { Recorded } from "./accept-message.ts";
import { authorKey } from "./author-key.ts";
import type { Conversation } from "./conversation.ts";
import { type ConversationRow, conversationQuery, detailText, toConversation } from "./conversation-rows-store.ts";
import { Heads } from "./heads.ts";
import type { Beginning, Job, Ledger } from "./ledger.ts";
import type { Party, Side, TokenHolder, VisitorParty } from "./party.ts";

/**
 * The ledger over SQLite: statements prepared once and called synchronously, because a promise for each of five
 * statements would cost more than the statements (performance.md, what decides it).
 * Must be called between BEGIN and COMMIT only; `sqliteCommit` sees to that.
 */
export class SqliteLedger implements Ledger {
  readonly #heads = new Heads();
  readonly #writers: StatementSync;
  #writersSeen: unknown;
  readonly #signIn: StatementSync;
  readonly #token: StatementSync;
  readonly #find: StatementSync;
  readonly #recorded: StatementSync;
  readonly #number: StatementSync;
  readonly #begin: StatementSync;
  readonly #advance: StatementSync;
  readonly #insert: StatementSync;
  readonly #unseen: StatementSync;
  readonly #seen: Record<Side, StatementSync>;
  readonly #openOf: StatementSync;
  readonly #addVisitor: StatementSync;
  readonly #addToken: StatementSync;
  readonly #touchToken: StatementSync;
  readonly #endTokens: StatementSync;
  readonly #schedule: StatementSync;

  constructor(sqlite: DatabaseSync, db: Database) {
    this.#writers = sqlite.prepare("PRAGMA data_version");
    this.#signIn = sqlite.prepare(
      `SELECT 1 FROM sign_ins s JOIN agents a ON a.id = s.agent_id
       WHERE s.id = ? AND a.disabled_at IS NULL AND s.created_at > ? AND s.seen_at > ?`,
    );
    this.#token = sqlite.prepare(
      "SELECT 1 FROM visitor_tokens WHERE token_hash = ? AND created_at > ? AND seen_at > ?",
    );
    this.#find = sqlite.prepare(conversationQuery(db).where("c.id", "=", "?").compile().sql);
    this.#recorded = sqlite.prepare(
      "SELECT seq, at, text FROM entries WHERE conversation = ? AND author = ? AND message_id = ?",
    );
    this.#number = sqlite.prepare(
      "UPDATE counters SET value = value + 1 WHERE name = 'conversation' RETURNING value AS number",
    );
    this.#begin = sqlite.prepare(
      `INSERT INTO conversations
       (id, number, site_key, visitor_id, state, last_at, started_on, created_at, channel, promised_at)
       VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?)`,
    );
    this.#advance = sqlite.prepare(
      `UPDATE conversations
       SET last_seq = ?, last_at = ?, closed_at = ?, state = ?, assignee_id = ?, waiting_since = ?, unread = ?,
           email_verified_at = CASE WHEN email IS ? THEN email_verified_at END,
           email = ?, phone = ?, call_at = ?, requested_at = ?, first_reply_at = ?, snoozed_until = ?, mailed_seq = ?
       WHERE number = ? AND last_seq = ?`,
    );
    this.#insert = sqlite.prepare(
      `INSERT INTO entries (conversation, seq, kind, message_id, author, text, event, channel, detail, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#unseen = sqlite.prepare(
      `SELECT count(*) AS unread FROM entries
       WHERE conversation = ? AND seq > ? AND kind = 'message' AND author = 'visitor'`,
    );
    this.#seen = {
      visitor: sqlite.prepare("UPDATE conversations SET seen_visitor = ?, unread = ? WHERE number = ?"),
      agent: sqlite.prepare("UPDATE conversations SET seen_agent = ?, unread = ? WHERE number = ?"),
    };
    this.#openOf = sqlite.prepare("SELECT id FROM conversations WHERE visitor_id = ? AND state <> 'closed'");
    this.#addVisitor = sqlite.prepare("INSERT INTO visitors (id, site_key, locale, created_at) VALUES (?, ?, ?, ?)");
    this.#addToken = sqlite.prepare(
      "INSERT INTO visitor_tokens (token_hash, visitor_id, created_at, seen_at) VALUES (?, ?, ?, ?)",
    );
    this.#touchToken = sqlite.prepare("UPDATE visitor_tokens SET seen_at = ? WHERE token_hash = ?");
    this.#endTokens = sqlite.prepare("DELETE FROM visitor_tokens WHERE visitor_id = ?");
    this.#schedule = sqlite.prepare(SCHEDULE_ONE);
  }

  stands(party: Party, now: number): boolean {
    if (party.kind === "rule" || (party.kind === "visitor" && party.tokenHash === null)) return true;
    const row =
      party.kind === "agent"
        ? this.#signIn.get(party.signInId, now - SIGN_IN_LIFE_MS, now - SIGN_IN_IDLE_MS)
        : this.#token.get(party.tokenHash, now - VISITOR_TOKEN_LIFE_MS, now - VISITOR_TOKEN_IDLE_MS);
    return row !== undefined;
  }

  /** Called first in every transaction: what another process has committed ends what is remembered. */
  trustHeads(): void {
    const writers = this.#writers.get()?.["data_version"];
    if (writers !== this.#writersSeen) this.#heads.forget();
    this.#writersSeen = writers;
  }

  /** Called when a transaction has failed: what was remembered in it did not happen. */
  forgetHeads(): void {
    this.#heads.forget();
  }

  find(id: ConversationId): Conversation | undefined {
    const known = this.#heads.recall(id);
    if (known) return known;
    const row = this.#find.get(id) as ConversationRow | undefined;
    if (row === undefined) return undefined;
    const head = toConversation(row);
    this.#heads.remember(head);
    return head;
  }

  recorded({ number }: Conversation, author: Party, messageId: MessageId): Recorded | undefined {
    return this.#recorded.get(number, authorKey(author), messageId) as Recorded | undefined;
  }

  begin(visitor: VisitorParty, { id, startedOn, at, channel, promisedAt }: Beginning): Conversation {
    const { number } = this.#number.get() as { number: number };
    this.#begin.run(id, number, visitor.siteKey, visitor.id, at, pageText(startedOn), at, channel, promisedAt);
    const begun = this.find(id);
    if (begun === undefined) throw new Error("a conversation that was just inserted is missing");
    return begun;
  }

  append(before: Conversation, after: Conversation, entries: readonly Entry[], author: Party): void {
    const { number, lastSeq, lastAt, state, waitingSince, unread } = after;
    const { email, phone, callAt, requestedAt, firstReplyAt, snoozedUntil, mailedSeq } = after;
    const assignee = after.assignee?.id ?? null;
    const closedAt = state === "closed" ? lastAt : null;
    const written = [lastSeq, lastAt, closedAt, state, assignee, waitingSince, unread];
    const requested = [email, email, phone, callAt, requestedAt, firstReplyAt, snoozedUntil, mailedSeq];
    const { changes } = this.#advance.run(...written, ...requested, number, before.lastSeq);
    if (changes !== 1) throw new Error("entries were decided from a state that has passed");
    for (const entry of entries) this.#insertEntry(number, entry, author);
    this.#heads.remember(after);
  }

  markSeen(conversation: Conversation, side: Side, seq: number): Conversation {
    const { number, seen } = conversation;
    const unread = side === "agent" ? this.#countUnseen(number, seq) : conversation.unread;
    this.#seen[side].run(seq, unread, number);
    const after = { ...conversation, unread, seen: { ...seen, [side]: seq } };
    this.#heads.remember(after);
    return after;
  }

  openOf(visitorId: string): Conversation[] {
    const rows = this.#openOf.all(visitorId) as { id: ConversationId }[];
    return rows.flatMap(({ id }) => this.find(id) ?? []);
  }

  addVisitor({ id, siteKey, tokenHash }: TokenHolder, locale: string | null, now: number): void {
    this.#addVisitor.run(id, siteKey, locale, now);
    this.#addToken.run(tokenHash, id, now, now);
  }

  touchToken({ tokenHash }: TokenHolder, now: number): void {
    this.#touchToken.run(now, tokenHash);
  }

  endTokens(visitorId: string): void {
    this.#endTokens.run(visitorId);
  }

  schedule(job: Job, now: number): void {
    const { id, kind, key, payload, run_at, created_at } = jobRow(job, now);
    this.#schedule.run(id, kind, key, payload, run_at, created_at);
  }

  #countUnseen(number: number, seq: number): number {
    const { unread } = this.#unseen.get(number, seq) as { unread: number };
    return unread;
  }

  #insertEntry(number: number, entry: Entry, author: Party): void {
    const { seq, kind, at } = entry;
    const said = entry.kind === "message" ? entry : null;
    const event = entry.kind === "event" ? entry.event : null;
    const text = said?.text ?? null;
    const channel = said?.channel ?? null;
    this.#insert.run(
      number,
      seq,
      kind,
      said?.id ?? null,
      authorKey(author),
      text,
      event,
      channel,
      detailText(entry),
      at,
    );
  }
}

function pageText(page: Page | null): string | null {
  return page === null ? null : JSON.stringify(page);
}
