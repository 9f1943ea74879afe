import type { ConversationId, MessageId } from "@shopbell/protocol";
import { sql } from "kysely";
import type { ClientBase, QueryResultRow } from "pg";
import type { Database } from "../storage/schema.ts";
import { authorKey } from "./author-key.ts";
import { type Conversation, versionOf } from "./conversation.ts";
import { type ConversationRow, conversationQuery, toConversation } from "./conversation-rows-store.ts";
import type { Heads } from "./heads.ts";
import type { Needs, Work } from "./ledger.ts";
import { type Beginner, type Known, recordKey } from "./memory-ledger.ts";
import {
  BEGIN,
  BEGINNERS,
  LOCK,
  LOCK_COUNTER,
  LOCK_TOKENS,
  RECORDED,
  SIGN_INS,
  type Statement,
  TOKENS,
  UNSEEN,
  VOUCHED,
} from "./postgres-ledger-statements-store.ts";

interface LockedRow {
  id: ConversationId;
  lastSeq: number;
  seen_visitor: number;
  seen_agent: number;
}

interface AgeRow {
  key: string;
  createdAt: number;
  seenAt: number;
}

interface RecordedRow {
  id: ConversationId;
  author: string;
  message_id: MessageId;
  seq: number;
  at: number;
  text: string;
}

interface UnseenRow {
  id: ConversationId;
  seqs: number[] | null;
}

interface BeginnerRow extends Beginner {
  id: string;
}

/**
 * Begins a transaction and reads everything that a group of works needs, in one round trip; in one more where a
 * conversation may begin, or where another relay wrote to one that is remembered. Statements of one round trip still run
 * one after another, so each sees what was committed before the locks were gained.
 */
export class LedgerReads {
  readonly #conversations: Statement;

  constructor(db: Database) {
    const ofGroup = sql<boolean>`(c.id = ANY(${[]}::text[]) OR c.visitor_id = ANY(${[]}::text[]))`;
    this.#conversations = { name: "conversations", text: conversationQuery(db).where(ofGroup).compile().sql };
  }

  /** @param heads conversations that need not be read, where the lock finds them as they are remembered */
  async read(connection: ClientBase, group: readonly Work[], heads: Heads): Promise<Known> {
    const needs = group.map((work) => work.needs);
    const { ids, forgotten, tokens, signIns, sent, marked } = askedBy(needs);
    const remembered = recallAll(heads, ids);
    const strange = ids.filter((id) => !remembered.has(id));
    const beginning = beginnersAmong(needs, remembered);
    const [, , beginners, vouched, locked, conversations, tokenRows, signInRows, recorded, unseen] = await Promise.all([
      connection.query(BEGIN),
      ask(connection, LOCK_TOKENS, forgotten),
      ask<BeginnerRow>(connection, BEGINNERS, beginning.tokens),
      ask<BeginnerRow>(connection, VOUCHED, beginning.vouched),
      ask<LockedRow>(connection, LOCK, ids, forgotten),
      this.#readConversations(connection, strange, forgotten),
      ask<AgeRow>(connection, TOKENS, tokens),
      ask<AgeRow>(connection, SIGN_INS, signIns),
      ask<RecordedRow>(connection, RECORDED, ...sent),
      ask<UnseenRow>(connection, UNSEEN, marked),
    ]);
    const isLocked = new Set(locked.map(({ id }) => id));
    const known: Known = {
      // One that was found and not locked has begun in between. It counts as absent: who begins it too is told by its key.
      conversations: new Map(conversations.flatMap((found) => (isLocked.has(found.id) ? [[found.id, found]] : []))),
      tokens: new Map(tokenRows.map((row) => [row.key, row])),
      signIns: new Map(signInRows.map((row) => [row.key, row])),
      recorded: new Map(recorded.map((row) => [recordKey(row.id, row.author, row.message_id), row])),
      unseen: new Map(unseen.map(({ id, seqs }) => [id, seqs ?? []])),
      beginners: new Map([...beginners, ...vouched].map((row) => [row.id, row])),
      lastNumber: 0,
    };
    const passed = adopt(known, remembered, locked);
    for (const found of await this.#readConversations(connection, passed)) known.conversations.set(found.id, found);
    if (needs.some((each) => mayBegin(each, known.conversations))) known.lastNumber = await lastNumber(connection);
    return known;
  }

  async #readConversations(
    connection: ClientBase,
    ids: readonly ConversationId[],
    visitorIds: readonly string[] = [],
  ): Promise<Conversation[]> {
    const rows = await ask<ConversationRow>(connection, this.#conversations, ids, visitorIds);
    return rows.map(toConversation);
  }
}

function recallAll(heads: Heads, ids: readonly ConversationId[]): ReadonlyMap<ConversationId, Conversation> {
  const remembered = new Map<ConversationId, Conversation>();
  for (const id of ids) {
    const head = heads.recall(id);
    if (head) remembered.set(id, head);
  }
  return remembered;
}

/** Takes what is remembered as it is in the database for known; returns what another relay has changed meanwhile. */
function adopt(
  known: Known,
  remembered: ReadonlyMap<ConversationId, Conversation>,
  locked: readonly LockedRow[],
): ConversationId[] {
  const passed: ConversationId[] = [];
  for (const { id, lastSeq, seen_visitor: visitor, seen_agent: agent } of locked) {
    const head = remembered.get(id);
    if (head === undefined || known.conversations.has(id)) continue;
    if (versionOf(head) === versionOf({ lastSeq, seen: { visitor, agent } })) known.conversations.set(id, head);
    else passed.push(id);
  }
  return passed;
}

function askedBy(needs: readonly Needs[]) {
  const parties = needs.flatMap(({ party }) => party ?? []);
  const sent = needs.flatMap(({ party, conversationId, messageId }) =>
    party && conversationId && messageId ? [{ id: conversationId, author: authorKey(party), messageId }] : [],
  );
  return {
    ids: unique(needs.flatMap(({ conversationId }) => conversationId ?? [])),
    forgotten: unique(needs.flatMap(({ openOf }) => openOf ?? [])),
    tokens: unique(parties.flatMap((party) => (party.kind === "visitor" ? (party.tokenHash ?? []) : []))),
    signIns: unique(parties.flatMap((party) => (party.kind === "agent" ? party.signInId : []))),
    sent: [sent.map(({ id }) => id), sent.map(({ author }) => author), sent.map(({ messageId }) => messageId)],
    marked: unique(needs.flatMap(({ marks, conversationId }) => (marks && conversationId ? conversationId : []))),
  };
}

/** Does the work begin its conversation, as far as these are all there are? */
function mayBegin({ conversationId, begins }: Needs, existing: ReadonlyMap<ConversationId, Conversation>): boolean {
  return begins === true && conversationId !== undefined && !existing.has(conversationId);
}

/** Who may begin a conversation: token hashes, and ids of those whom the relay vouches for. */
function beginnersAmong(needs: readonly Needs[], remembered: ReadonlyMap<ConversationId, Conversation>) {
  const visitors = needs
    .filter((each) => mayBegin(each, remembered))
    .flatMap(({ party }) => (party?.kind === "visitor" ? party : []));
  return {
    tokens: unique(visitors.flatMap(({ tokenHash }) => tokenHash ?? [])),
    vouched: unique(visitors.flatMap(({ id, tokenHash }) => (tokenHash === null ? id : []))),
  };
}

/** The number of the conversation that began last. Others wait for it until the commit. */
async function lastNumber(connection: ClientBase): Promise<number> {
  const { rows } = await connection.query<{ value: number }>(LOCK_COUNTER);
  return rows[0]?.value ?? 0;
}

/** The rows that a statement finds by lists of keys; nothing is asked where all lists are empty. */
async function ask<Row extends QueryResultRow>(
  connection: ClientBase,
  statement: Statement,
  ...keys: readonly (readonly string[])[]
): Promise<Row[]> {
  if (keys.every((list) => list.length === 0)) return [];
  const { rows } = await connection.query<Row>({ ...statement, values: [...keys] });
  return rows;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
