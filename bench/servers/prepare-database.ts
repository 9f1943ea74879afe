// Fills a fresh SQLite file in DATA_DIR with as many conversations as asked for, each with its visitor, token and two entries.
// Straight into the tables: by way of the relay a million would take an hour.
import type { DatabaseSync } from "node:sqlite";
import { startRelay } from "../../apps/relay/src/testing/start-relay.ts";
import { hashToken } from "../../apps/relay/src/tokens.ts";
import { TEXT } from "../plan.ts";
import {
  PREPARED_ENTRIES,
  PREPARED_EPOCH,
  preparedConversation,
  preparedStride,
  preparedToken,
  preparedVisitor,
} from "../prepared.ts";

const DAY_MS = 86_400_000;
const SITE = "demo";

const relay = await startRelay({ env: { DATA_DIR: process.env["DATA_DIR"] ?? "" } });
const { storage } = relay.parts;
if (storage.kind !== "sqlite") throw new Error("Only SQLite files are prepared.");
fill(storage.sqlite, Number(process.argv[2]), relay.owner.agent.id);
await relay.stop();
process.send?.("prepared", () => process.disconnect?.());

function fill(sqlite: DatabaseSync, count: number, agentId: string): void {
  // Nobody else reads it yet, and what fails here is made again.
  sqlite.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000; BEGIN");
  const visitor = sqlite.prepare("INSERT INTO visitors (id, site_key, created_at) VALUES (?, ?, ?)");
  const token = sqlite.prepare(
    "INSERT INTO visitor_tokens (token_hash, visitor_id, created_at, seen_at) VALUES (?, ?, ?, ?)",
  );
  const conversation = sqlite.prepare(
    `INSERT INTO conversations
     (number, id, site_key, visitor_id, state, last_seq, last_at, closed_at, seen_visitor, seen_agent, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const entry = sqlite.prepare(
    "INSERT INTO entries (conversation, seq, kind, message_id, author, text, at) VALUES (?, ?, 'message', ?, ?, ?, ?)",
  );
  const stride = preparedStride(count);
  const at = Date.now() - DAY_MS;
  const all = PREPARED_ENTRIES;
  for (let index = 0; index < count; index += 1) {
    const [id, visitorId, number] = [preparedConversation(index), preparedVisitor(index), index + 1];
    visitor.run(visitorId, SITE, at);
    token.run(hashToken(preparedToken(index)), visitorId, at, Date.now());
    const state = index % stride === 0 ? "open" : "closed";
    conversation.run(number, id, SITE, visitorId, state, all, at, state === "closed" ? at : null, all, all, at);
    for (let seq = 1; seq <= all; seq += 1)
      entry.run(number, seq, visitorId, seq === 1 ? "visitor" : agentId, TEXT, at);
  }
  sqlite.exec(`UPDATE counters SET value = ${count + 1} WHERE name = 'conversation'`);
  sqlite.exec(`UPDATE installation SET value = '${PREPARED_EPOCH}' WHERE name = 'epoch'; COMMIT`);
}
