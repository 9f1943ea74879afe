// What the ledger asks of Postgres. Who asks, and in which order, is `LedgerReads`.

/** A statement that a connection plans once: planning the five joins of a conversation takes longer than running them. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** READ COMMITTED, whatever the database's own default: what is read after a lock must be as of after the lock. */
export const BEGIN: Statement = { name: "begin", text: "BEGIN ISOLATION LEVEL READ COMMITTED" };

/** In the order of numbers, so that two relays never wait for each other. */
export const LOCK: Statement = {
  name: "lock",
  text: `SELECT id, last_seq AS "lastSeq", seen_visitor, seen_agent FROM conversations
         WHERE id = ANY($1::text[]) OR visitor_id = ANY($2::text[]) ORDER BY number FOR NO KEY UPDATE`,
};

/** Who is being forgotten begins nothing from here on, so that all their conversations are locked next: see `BEGINNERS`. */
export const LOCK_TOKENS: Statement = {
  name: "lock tokens",
  text: "SELECT FROM visitor_tokens WHERE visitor_id = ANY($1::text[]) ORDER BY token_hash FOR UPDATE",
};

export const TOKENS: Statement = {
  name: "tokens",
  text: `SELECT token_hash AS key, created_at AS "createdAt", seen_at AS "seenAt"
         FROM visitor_tokens WHERE token_hash = ANY($1::text[])`,
};

export const SIGN_INS: Statement = {
  name: "sign-ins",
  text: `SELECT s.id AS key, s.created_at AS "createdAt", s.seen_at AS "seenAt"
         FROM sign_ins s JOIN agents a ON a.id = s.agent_id WHERE s.id = ANY($1::text[]) AND a.disabled_at IS NULL`,
};

/** The number is no join: with one, a database that knows nothing of its tables yet reads all entries of the conversation. */
export const RECORDED: Statement = {
  name: "recorded",
  text: `SELECT sent.id, e.author, e.message_id, e.seq, e.at, e.text
         FROM unnest($1::text[], $2::text[], $3::text[]) AS sent (id, author, message_id)
         JOIN entries e ON e.conversation = (SELECT number FROM conversations c WHERE c.id = sent.id)
                       AND e.author = sent.author AND e.message_id = sent.message_id`,
};

export const UNSEEN: Statement = {
  name: "unseen",
  text: `SELECT c.id, array_agg(e.seq) FILTER (WHERE e.seq IS NOT NULL) AS seqs
         FROM conversations c LEFT JOIN entries e
         ON e.conversation = c.number AND e.seq > c.seen_agent AND e.kind = 'message' AND e.author = 'visitor'
         WHERE c.id = ANY($1::text[]) GROUP BY c.id`,
};

/** Those whom the relay itself vouches for. */
export const VOUCHED: Statement = {
  name: "vouched",
  text: `SELECT v.id, v.name AS "visitorName", s.name AS "siteName"
         FROM visitors v JOIN sites s ON s.key = v.site_key WHERE v.id = ANY($1::text[])`,
};

export const LOCK_COUNTER: Statement = {
  name: "lock counter",
  text: "SELECT value FROM counters WHERE name = 'conversation' FOR UPDATE",
};

/**
 * Their tokens, which then stand until the commit: a visitor who is forgotten meanwhile begins nothing. Locked before any
 * conversation is, as `LOCK_TOKENS` does, so that a relay that begins and one that forgets never wait for each other.
 */
export const BEGINNERS: Statement = {
  name: "beginners",
  text: `SELECT v.id, v.name AS "visitorName", s.name AS "siteName"
         FROM visitor_tokens t JOIN visitors v ON v.id = t.visitor_id JOIN sites s ON s.key = v.site_key
         WHERE t.token_hash = ANY($1::text[]) ORDER BY t.token_hash FOR KEY SHARE OF t`,
};
