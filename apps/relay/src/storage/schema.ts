import type { Generated, Kysely } from "kysely";
import type { SelfHelpSchema } from "./schema-self-help.ts";

// One schema for SQLite and Postgres: instants are epoch milliseconds, ids are text, JSON is text, flags are instants or null.

interface InstallationTable {
  name: string;
  value: string;
}

/** Of the installation and all its copies, unlike `installation`. */
interface SettingsTable {
  name: string;
  value: string;
}

interface CountersTable {
  name: string;
  value: number;
}

export interface SitesTable {
  key: string;
  name: string;
  origins: string;
  look: string;
  /** JSON of OpeningHours; null where none are announced. */
  hours: string | null;
  /** JSON of Promises; null where none were made. */
  promises: string | null;
  /** JSON of HelpCentre; null where nobody set it up. */
  help: string | null;
  /** JSON of Ways' list; null is none. */
  ways: string | null;
  /** JSON of StoredOrderSource, with its secret; null is off. */
  order_source: string | null;
  /** Counts what is written and published: relays read the answers again when it has changed. */
  answers_version: Generated<number>;
  created_at: number;
}

/** What was announced and kept of a site's hours on a day of its own calendar, in minutes. */
interface SiteDaysTable {
  site_key: string;
  day: string;
  announced: number;
  kept: number;
}

interface AgentsTable {
  id: string;
  email: string;
  name: string;
  photo: string | null;
  role: string;
  password_hash: string;
  disabled_at: number | null;
  /** Why the agent takes no chats; null is available. */
  away_reason: string | null;
  capacity: Generated<number>;
  /** Since when they want to be mailed when a visitor finds nobody; null is not. */
  mail_alerts_at: number | null;
  created_at: number;
}

interface SignInsTable {
  id: string;
  agent_id: string;
  token_hash: string;
  browser: string;
  created_at: number;
  seen_at: number;
}

interface SetupLinksTable {
  token_hash: string;
  created_at: number;
}

interface VisitorsTable {
  id: string;
  site_key: string;
  name: string | null;
  locale: string | null;
  created_at: number;
}

interface VisitorTokensTable {
  token_hash: string;
  visitor_id: string;
  created_at: number;
  seen_at: number;
}

interface ConversationsTable {
  id: string;
  number: number;
  site_key: string;
  visitor_id: string;
  state: string;
  assignee_id: string | null;
  last_seq: Generated<number>;
  last_at: number;
  /** `last_at` while it is closed: what the closed ones are listed by. */
  closed_at: number | null;
  seen_visitor: Generated<number>;
  seen_agent: Generated<number>;
  waiting_since: number | null;
  unread: Generated<number>;
  started_on: string | null;
  channel: Generated<string>;
  email: string | null;
  /** When it was proved that the visitor reads that address. Not the ledger's: nothing is decided from it there. */
  email_verified_at: number | null;
  phone: string | null;
  call_at: number | null;
  /** Of the mail that it began with. Not the ledger's. */
  subject: string | null;
  requested_at: number | null;
  promised_at: number | null;
  first_reply_at: number | null;
  snoozed_until: number | null;
  mailed_seq: Generated<number>;
  created_at: number;
}

interface EntriesTable {
  /** Its number, not its id. */
  conversation: number;
  seq: number;
  kind: string;
  message_id: string | null;
  /** "visitor", who is the conversation's; "rule"; or an agent's id. */
  author: string;
  text: string | null;
  event: string | null;
  /** How a message came; null is by chat. */
  channel: string | null;
  /** JSON of what few entries have: `EntryDetail`. */
  detail: string | null;
  at: number;
}

/** What is to be done later, once: `(kind, key)` is its name. */
export interface JobsTable {
  id: string;
  kind: string;
  key: string;
  payload: string;
  run_at: number;
  /** Asked for again while it was under way. */
  again_at: number | null;
  leased_until: number | null;
  attempts: Generated<number>;
  error: string | null;
  /** When it was given up. */
  dead_at: number | null;
  created_at: number;
}

interface SentMailsTable {
  message_id: string;
  kind: string;
  recipient: string;
  conversation: number | null;
  at: number;
}

interface FilesTable {
  id: string;
  conversation: number;
  name: string;
  type: string;
  size: number;
  /** Base64. */
  content: string;
  created_at: number;
}

export interface Schema extends SelfHelpSchema {
  installation: InstallationTable;
  counters: CountersTable;
  settings: SettingsTable;
  sites: SitesTable;
  agents: AgentsTable;
  sign_ins: SignInsTable;
  setup_links: SetupLinksTable;
  visitors: VisitorsTable;
  visitor_tokens: VisitorTokensTable;
  conversations: ConversationsTable;
  entries: EntriesTable;
  jobs: JobsTable;
  site_days: SiteDaysTable;
  sent_mails: SentMailsTable;
  files: FilesTable;
}

export type Database = Kysely<Schema>;
