import type { Generated, Kysely } from "kysely";

// One schema for SQLite and Postgres: instants are epoch milliseconds, ids are text, JSON is text, flags are instants or null.

interface InstallationTable {
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
  created_at: number;
}

interface AgentsTable {
  id: string;
  email: string;
  name: string;
  photo: string | null;
  role: string;
  password_hash: string;
  disabled_at: number | null;
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
  at: number;
}

export interface Schema {
  installation: InstallationTable;
  counters: CountersTable;
  sites: SitesTable;
  agents: AgentsTable;
  sign_ins: SignInsTable;
  setup_links: SetupLinksTable;
  visitors: VisitorsTable;
  visitor_tokens: VisitorTokensTable;
  conversations: ConversationsTable;
  entries: EntriesTable;
}

export type Database = Kysely<Schema>;
