import type { ClientBase } from "pg";
import { jobRow, SCHEDULE_MANY } from "../jobs/job-rows-store.ts";
import type { Schema } from "../storage/schema.ts";
import type { Conversation } from "./conversation.ts";
import { detailText } from "./conversation-rows-store.ts";
import type { Changes } from "./memory-ledger.ts";
import type { Statement } from "./postgres-ledger-statements-store.ts";

// Each takes its rows as one JSON text, whose names are those of the columns.

const ADD_VISITORS = insertInto("visitors", ["id", "site_key", "locale", "created_at"]);
const ADD_TOKENS = insertInto("visitor_tokens", ["token_hash", "visitor_id", "created_at", "seen_at"]);
const ADD_CONVERSATIONS = insertInto("conversations", [
  ...["number", "id", "site_key", "visitor_id", "state", "assignee_id", "last_seq", "last_at", "closed_at"],
  ...["seen_visitor", "seen_agent", "waiting_since", "unread", "started_on", "created_at", "channel", "email", "phone"],
  ...["call_at", "requested_at", "promised_at", "first_reply_at", "snoozed_until", "mailed_seq"],
]);
/** Their key is the place in the conversation: what was decided from a state that has passed is refused here. */
const ADD_ENTRIES = insertInto("entries", [
  ...["conversation", "seq", "kind", "message_id", "author", "text", "event", "channel", "detail", "at"],
]);

const TOUCH_TOKENS: Statement = {
  name: "touch tokens",
  text: `UPDATE visitor_tokens t SET seen_at = used.seen_at
         FROM json_populate_recordset(NULL::visitor_tokens, $1) used WHERE t.token_hash = used.token_hash`,
};

const END_TOKENS: Statement = {
  name: "end tokens",
  text: "DELETE FROM visitor_tokens WHERE visitor_id IN (SELECT json_array_elements_text($1))",
};

const COUNT: Statement = {
  name: "count",
  text: "UPDATE counters SET value = value + json_array_length($1) WHERE name = 'conversation'",
};

const ADVANCE: Statement = {
  name: "advance",
  text: `UPDATE conversations c
         SET last_seq = after.last_seq, last_at = after.last_at, closed_at = after.closed_at,
             state = after.state, assignee_id = after.assignee_id,
             seen_visitor = after.seen_visitor, seen_agent = after.seen_agent,
             waiting_since = after.waiting_since, unread = after.unread,
             email_verified_at = CASE WHEN c.email IS NOT DISTINCT FROM after.email THEN c.email_verified_at END,
             email = after.email, phone = after.phone, call_at = after.call_at, requested_at = after.requested_at,
             first_reply_at = after.first_reply_at, snoozed_until = after.snoozed_until, mailed_seq = after.mailed_seq
         FROM json_populate_recordset(NULL::conversations, $1) after WHERE c.number = after.number`,
};

const SCHEDULE: Statement = { name: "schedule", text: SCHEDULE_MANY };

/** Writes what a group changed and commits it, in one round trip. */
export async function writeAndCommit(connection: ClientBase, changes: Changes): Promise<void> {
  const after = [...changes.conversations.values()];
  const begun = after.filter(({ id }) => changes.begun.has(id)).map(conversationRow);
  await Promise.all([
    write(connection, ADD_VISITORS, changes.visitors.map(visitorRow)),
    write(connection, ADD_TOKENS, changes.visitors.map(tokenRow)),
    write(
      connection,
      TOUCH_TOKENS,
      [...changes.touched].map(([token_hash, seen_at]) => ({ token_hash, seen_at })),
    ),
    write(connection, END_TOKENS, [...changes.ended]),
    write(connection, ADD_CONVERSATIONS, begun),
    write(connection, COUNT, begun),
    write(connection, ADVANCE, after.filter(({ id }) => !changes.begun.has(id)).map(advancedRow)),
    write(connection, ADD_ENTRIES, changes.entries.map(entryRow)),
    write(
      connection,
      SCHEDULE,
      [...changes.jobs.values()].map(({ job, at }) => jobRow(job, at)),
    ),
    connection.query("COMMIT"),
  ]);
}

/** Names every column: a newer relay may have given the table more. */
function insertInto(table: keyof Schema, columns: readonly string[]): Statement {
  const list = columns.join(", ");
  const rows = `SELECT ${list} FROM json_populate_recordset(NULL::${table}, $1)`;
  return { name: `add ${table}`, text: `INSERT INTO ${table} (${list}) ${rows}` };
}

async function write(connection: ClientBase, statement: Statement, rows: readonly unknown[]): Promise<void> {
  if (rows.length > 0) await connection.query({ ...statement, values: [JSON.stringify(rows)] });
}

function visitorRow({ party, locale, at }: Changes["visitors"][number]) {
  return { id: party.id, site_key: party.siteKey, locale, created_at: at };
}

function tokenRow({ party, at }: Changes["visitors"][number]) {
  return { token_hash: party.tokenHash, visitor_id: party.id, created_at: at, seen_at: at };
}

function conversationRow(conversation: Conversation) {
  const { id, site, visitor, startedOn, createdAt, channel, promisedAt } = conversation;
  return {
    ...advancedRow(conversation),
    id,
    site_key: site.key,
    visitor_id: visitor.id,
    started_on: startedOn && JSON.stringify(startedOn),
    created_at: createdAt,
    channel,
    promised_at: promisedAt,
  };
}

/** What can change in a conversation. */
function advancedRow(conversation: Conversation) {
  const { number, state, assignee, lastSeq, lastAt, seen, waitingSince, unread } = conversation;
  const { email, phone, callAt, requestedAt, firstReplyAt, snoozedUntil, mailedSeq } = conversation;
  return {
    number,
    state,
    assignee_id: assignee?.id ?? null,
    last_seq: lastSeq,
    last_at: lastAt,
    closed_at: state === "closed" ? lastAt : null,
    seen_visitor: seen.visitor,
    seen_agent: seen.agent,
    waiting_since: waitingSince,
    unread,
    email,
    phone,
    call_at: callAt,
    requested_at: requestedAt,
    first_reply_at: firstReplyAt,
    snoozed_until: snoozedUntil,
    mailed_seq: mailedSeq,
  };
}

function entryRow({ conversation, entry, author }: Changes["entries"][number]) {
  const said = entry.kind === "message" ? entry : null;
  const event = entry.kind === "event" ? entry.event : null;
  const { seq, kind, at } = entry;
  const { id: message_id, text, channel } = said ?? {};
  return { conversation, seq, kind, message_id, author, text, event, channel, detail: detailText(entry), at };
}
