import { join } from "node:path";
import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { NotStored } from "../realtime/desk.ts";
import { DATABASE_FILE } from "../storage/database.ts";
import { openSqlite } from "../storage/sqlite.ts";
import { startRelay, type TestRelay } from "../testing/index.ts";
import type { VisitorParty } from "./party.ts";
import type { Sent } from "./send-message.ts";

let relay: TestRelay;
let visitor: VisitorParty;
let sent: number;
beforeEach(async () => {
  relay = await startRelay();
  const minted = await relay.parts.context.visitors.mint("demo", null);
  if (minted === undefined) throw new Error("no visitor could be minted");
  visitor = minted.party;
  sent = 0;
});
afterEach(() => relay.stop());

/** Submits a message; what else is submitted in this turn shares its transaction. */
function send(text: string): Promise<Sent | NotStored> {
  sent += 1;
  const sending = { conversationId: aConversationId(), id: aMessageId(sent), text, start: true };
  return new Promise((resolve) => relay.parts.context.desk.send(visitor, sending, () => true, resolve));
}

test("[Q1] a transaction that failed leaves no trace in what the next one decides from", async () => {
  await send("one");

  const second = send("two");
  const broken = relay.parts.context.journal.store(() => {
    throw new Error("the disk is full");
  });

  expect(await broken).toBe(false);
  expect(await second).toMatchObject({ kind: "accepted", seq: 2 });
  expect(await send("three")).toMatchObject({ kind: "accepted", seq: 3 });
});

test("what another process has written is known to the next message", async () => {
  await send("one");
  const other = openSqlite(join(relay.dataDir, DATABASE_FILE));
  other.prepare("UPDATE visitors SET name = 'Maria' WHERE id = ?").run(visitor.id);
  other.close();

  expect(await send("two")).toMatchObject({ conversation: { visitor: { name: "Maria" } } });
});

test("a message and an inbox read the tables by index, however many conversations there are", () => {
  const plan = (sql: string) =>
    relay.parts.storage.sqlite
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail);

  expect(plan("SELECT * FROM entries WHERE conversation = 1 AND author = 'visitor' AND message_id = 'x'")).toEqual([
    expect.stringContaining("SEARCH entries USING INDEX"),
  ]);
  expect(plan("SELECT * FROM conversations WHERE state = 'open' ORDER BY waiting_since")).toEqual([
    expect.stringContaining("conversations_open"),
  ]);
  expect(plan("SELECT * FROM conversations WHERE state = 'closed' AND last_at < 9 ORDER BY last_at DESC")).toEqual([
    expect.stringContaining("conversations_closed"),
  ]);
});
