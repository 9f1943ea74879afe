import type {
  AgentFace,
  Author,
  Channel,
  ConversationEvent,
  ConversationId,
  Entry,
  Message,
  MessageId,
  Page,
} from "@shopbell/protocol";
import { sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import type { Conversation } from "./conversation.ts";

/** An entry with its author's face, as `entryQuery` selects it. */
export interface EntryRow {
  seq: number;
  kind: string;
  message_id: string | null;
  author: string;
  author_name: string | null;
  author_photo: string | null;
  text: string | null;
  event: string | null;
  channel: string | null;
  detail: string | null;
  at: number;
}

/** What few entries have. */
type EntryDetail = Pick<Message, "attachments" | "card"> &
  Pick<ConversationEvent, "until" | "address" | "phone" | "callAt" | "upTo">;

/** A conversation with its names and its last message, as `conversationQuery` selects it. */
export interface ConversationRow extends Nullable<EntryRow> {
  id: string;
  number: number;
  site_key: string;
  site_name: string;
  visitor_id: string;
  visitor_name: string | null;
  state: string;
  assignee_id: string | null;
  assignee_name: string | null;
  assignee_photo: string | null;
  last_seq: number;
  last_at: number;
  seen_visitor: number;
  seen_agent: number;
  waiting_since: number | null;
  unread: number;
  started_on: string | null;
  created_at: number;
  began_by: string;
  email: string | null;
  phone: string | null;
  call_at: number | null;
  requested_at: number | null;
  promised_at: number | null;
  first_reply_at: number | null;
  snoozed_until: number | null;
  mailed_seq: number;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

/** Entries with the faces of the agents among their authors. */
export function entryQuery(db: Database) {
  return db
    .selectFrom("entries as e")
    .leftJoin("agents as author", "author.id", "e.author")
    .select(["e.seq", "e.kind", "e.message_id", "e.author", "e.text", "e.event", "e.channel", "e.detail", "e.at"])
    .select(["author.name as author_name", "author.photo as author_photo"]);
}

/** Found from the end of the primary key: there are few events behind the last message. */
function lastMessageSeq(db: Database) {
  return db
    .selectFrom("entries as last")
    .select("last.seq")
    .whereRef("last.conversation", "=", "c.number" as "last.conversation")
    .where("last.kind", "=", sql.lit("message"))
    .orderBy("last.seq", "desc")
    .limit(sql.lit(1));
}

/** Conversations with everything that a row of the inbox shows. */
export function conversationQuery(db: Database) {
  return db
    .selectFrom("conversations as c")
    .innerJoin("sites as s", "s.key", "c.site_key")
    .innerJoin("visitors as v", "v.id", "c.visitor_id")
    .leftJoin("agents as assignee", "assignee.id", "c.assignee_id")
    .leftJoin("entries as e", (join) =>
      join.onRef("e.conversation", "=", "c.number").on("e.seq", "=", lastMessageSeq(db)),
    )
    .leftJoin("agents as author", "author.id", "e.author")
    .select(["c.id", "c.number", "c.site_key", "c.visitor_id", "c.state", "c.assignee_id", "c.last_seq", "c.last_at"])
    .select(["c.seen_visitor", "c.seen_agent", "c.waiting_since", "c.unread", "c.started_on", "c.created_at"])
    .select(["c.channel as began_by", "c.email", "c.phone", "c.call_at", "c.promised_at", "c.first_reply_at"])
    .select(["c.snoozed_until", "c.mailed_seq", "c.requested_at"])
    .select(["s.name as site_name", "v.name as visitor_name"])
    .select(["assignee.name as assignee_name", "assignee.photo as assignee_photo"])
    .select(["e.seq", "e.kind", "e.message_id", "e.author", "e.text", "e.event", "e.channel", "e.detail", "e.at"])
    .select(["author.name as author_name", "author.photo as author_photo"]);
}

export function toConversation(row: ConversationRow): Conversation {
  return {
    id: row.id as ConversationId,
    number: row.number,
    site: { key: row.site_key, name: row.site_name },
    visitor: { id: row.visitor_id, name: row.visitor_name },
    state: row.state as Conversation["state"],
    assignee: faceOf(row.assignee_id, row.assignee_name, row.assignee_photo),
    lastSeq: row.last_seq,
    lastAt: row.last_at,
    lastMessage: row.seq === null ? null : toMessage(row as EntryRow),
    seen: { visitor: row.seen_visitor, agent: row.seen_agent },
    waitingSince: row.waiting_since,
    unread: row.unread,
    startedOn: row.started_on === null ? null : (JSON.parse(row.started_on) as Page),
    createdAt: row.created_at,
    channel: row.began_by as Channel,
    email: row.email,
    phone: row.phone,
    callAt: row.call_at,
    requestedAt: row.requested_at,
    promisedAt: row.promised_at,
    firstReplyAt: row.first_reply_at,
    snoozedUntil: row.snoozed_until,
    mailedSeq: row.mailed_seq,
  };
}

export function toEntry(row: EntryRow): Entry {
  const { seq, at } = row;
  if (row.kind !== "event") return toMessage(row);
  return { kind: "event", seq, at, event: row.event as "assigned", ...detailOf(row), by: toAuthor(row) };
}

function toMessage(row: EntryRow): Message {
  const { seq, at } = row;
  const message: Message = {
    kind: "message",
    seq,
    id: row.message_id as MessageId,
    author: toAuthor(row),
    text: row.text ?? "",
    at,
    ...detailOf(row),
  };
  if (row.channel !== null) message.channel = row.channel as Channel;
  return message;
}

function detailOf({ detail }: EntryRow): EntryDetail {
  return detail === null ? {} : (JSON.parse(detail) as EntryDetail);
}

/** What is stored of an entry beside what every entry has; null where there is nothing. */
export function detailText(entry: Entry): string | null {
  const detail: EntryDetail =
    entry.kind === "message"
      ? { attachments: entry.attachments, card: entry.card }
      : { until: entry.until, address: entry.address, phone: entry.phone, callAt: entry.callAt, upTo: entry.upTo };
  const text = JSON.stringify(detail);
  return text === "{}" ? null : text;
}

function toAuthor(row: EntryRow): Author {
  if (row.author === "visitor" || row.author === "rule") return { kind: row.author };
  return { kind: "agent", agent: { id: row.author, name: row.author_name ?? "", photo: row.author_photo } };
}

function faceOf(id: string | null, name: string | null, photo: string | null): AgentFace | null {
  return id === null ? null : { id, name: name ?? "", photo };
}
