// The tables of answers, searches, public questions and orders, by the same rules as `schema.ts`.

interface CategoriesTable {
  id: string;
  site_key: string;
  position: number;
  icon: string;
  /** JSON: a name by locale. */
  names: string;
}

interface AnswersTable {
  id: string;
  site_key: string;
  category_id: string | null;
  position: number;
  /** JSON lists. */
  paths: string;
  keywords: string;
  version: number;
  created_at: number;
}

/** One language of an answer. */
interface AnswerTextsTable {
  answer_id: string;
  locale: string;
  site_key: string;
  slug: string;
  question: string;
  source: string;
  published_at: number | null;
  changed_at: number;
  agent_id: string | null;
}

interface AnswerVersionsTable {
  answer_id: string;
  locale: string;
  version: number;
  question: string;
  source: string;
  published: number;
  at: number;
  agent_id: string | null;
}

interface AnswerVotesTable {
  answer_id: string;
  /** Keyed hash of the address and browser, so that one person's votes count once. */
  voter: string;
  locale: string;
  useful: number;
  words: string | null;
  at: number;
}

interface SearchesTable {
  id: string;
  site_key: string;
  locale: string;
  /** Masked, and as they are compared. */
  words: string;
  found: number;
  answer_id: string | null;
  conversation: number | null;
  at: number;
}

/** Words that need nothing more to be done, as of an instant. */
interface SearchesDoneTable {
  site_key: string;
  locale: string;
  words: string;
  at: number;
}

/** What was asked or answered publicly under an answer. */
interface PostsTable {
  id: string;
  site_key: string;
  answer_id: string;
  parent_id: string | null;
  locale: string;
  name: string;
  /** Where it is confirmed; null of an agent's. */
  email: string | null;
  agent_id: string | null;
  text: string;
  state: string;
  at: number;
}

interface PostReportsTable {
  post_id: string;
  reporter: string;
  at: number;
}

/** Orders that the shop told us of. `number` is as numbers are compared; the printed one is in `detail`. */
interface OrdersTable {
  site_key: string;
  number: string;
  email: string;
  /** JSON of Order. */
  detail: string;
  at: number;
}

interface ApiTokensTable {
  id: string;
  site_key: string;
  name: string;
  token_hash: string;
  last_four: string;
  created_at: number;
  used_at: number | null;
}

export interface SelfHelpSchema {
  categories: CategoriesTable;
  answers: AnswersTable;
  answer_texts: AnswerTextsTable;
  answer_versions: AnswerVersionsTable;
  answer_votes: AnswerVotesTable;
  searches: SearchesTable;
  searches_done: SearchesDoneTable;
  posts: PostsTable;
  post_reports: PostReportsTable;
  orders: OrdersTable;
  api_tokens: ApiTokensTable;
}
