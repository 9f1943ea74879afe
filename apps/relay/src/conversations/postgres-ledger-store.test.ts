import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { type RawBuilder, sql } from "kysely";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { openStorage, type Storage } from "../storage/database.ts";
import { openPool } from "../storage/postgres.ts";
import { createDatabase } from "../testing/index.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aPostgresStorage } from "../testing/test-storage.ts";
import { conversationQuery } from "./conversation-rows-store.ts";
import { Heads } from "./heads.ts";
import type { AgentParty, VisitorParty } from "./party.ts";
import { LedgerReads } from "./postgres-ledger-reads-store.ts";

/** Two that wait for each other are not parted before their locks time out, and then not everything is stored. */
function deadlocksStay(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", "-c deadlock_timeout=1min");
  return url.href;
}

describe("two relays on one Postgres", () => {
  const id = aConversationId(1);
  let databaseUrl: string;
  let storages: Storage[];
  let here: TestDesk;
  let there: TestDesk;
  let maria: VisitorParty;
  let ana: AgentParty;
  beforeEach(async () => {
    databaseUrl = deadlocksStay(await createDatabase(inject("postgresUrl")));
    const openOne = () => openStorage({ dataDir: "/nowhere", databaseUrl });
    storages = await Promise.all([openOne(), openOne()]);
    const [first, second] = storages.map((storage) => new TestDesk(storage));
    if (storages[0] === undefined || first === undefined || second === undefined) throw new Error("two are needed");
    here = first;
    there = second;
    await addSite(storages[0].db, DEMO_SITE, 1);
    maria = await here.aVisitor();
    ana = await here.anAgent("ana");
  });
  afterEach(() => Promise.all(storages.map((storage) => storage.close())));

  /** Many sends at once, each in a group of its own as far as the journal allows. */
  async function volley(desk: TestDesk, party: VisitorParty | AgentParty, count: number, name: string) {
    const outcomes = [];
    for (let n = 0; n < count; n += 1) outcomes.push(await desk.send(party, `${name} ${n}`, id));
    return outcomes;
  }

  test("[Q1] both write into one conversation at once: seq has no gaps, and each one's order is kept", async () => {
    await here.send(maria, "hello", id);
    await here.send(ana, "good morning", id);

    await Promise.all([volley(here, maria, 25, "maria"), volley(there, ana, 25, "ana")]);

    const texts = await here.textsIn(ana, id);
    expect(texts).toHaveLength(3 + 50);
    for (const name of ["maria", "ana"]) {
      expect(texts.filter((text) => text.startsWith(`${name} `))).toEqual(
        Array.from({ length: 25 }, (_, n) => `${name} ${n}`),
      );
    }
    expect([...here.faults, ...there.faults]).toEqual([]);
  });

  test("[S7] both begin the same conversation with the same message at once: it begins once", async () => {
    for (let n = 1; n <= 10; n += 1) {
      const draft = { id: aMessageId(n) };
      const outcomes = await Promise.all(
        [here, there].map((desk) => desk.send(maria, "hello", aConversationId(n), draft)),
      );

      expect(outcomes).toMatchObject([1, 2].map(() => ({ kind: "accepted", seq: 1 })));
      expect(await here.textsIn(maria, aConversationId(n))).toEqual(["hello"]);
    }
    expect([...here.faults, ...there.faults]).toEqual([]);
  });

  test("conversations that both begin have numbers of their own, without gaps", async () => {
    const begun = await Promise.all(
      Array.from({ length: 40 }, (_, n) => (n % 2 ? here : there).send(maria, "hello", aConversationId(n))),
    );

    const numbers = begun.map((sent) => (sent.kind === "accepted" ? sent.conversation.number : 0));
    expect(numbers.sort()).toEqual(Array.from({ length: 40 }, (_, n) => 1001 + n));
  });

  test("groups that hold the same conversations in another order do not stop each other", async () => {
    const ids = Array.from({ length: 20 }, (_, n) => aConversationId(n));
    for (const each of ids) await here.send(maria, "hello", each);

    for (let round = 0; round < 5; round += 1) {
      await Promise.all([
        ...ids.map((each) => here.send(maria, "and", each)),
        ...ids.toReversed().map((each) => there.send(maria, "again", each)),
      ]);
    }

    for (const each of ids) expect(await here.textsIn(maria, each)).toHaveLength(11);
    expect([...here.faults, ...there.faults]).toEqual([]);
  });

  test("[H7] a conversation that begins on one relay while its visitor is forgotten on the other is closed as well", async () => {
    const [storage] = storages;
    if (storage === undefined) throw new Error("there is no relay");
    const holder = new Client({ connectionString: databaseUrl });
    await holder.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT FROM counters FOR UPDATE");
    const waiting = async (count: number) => {
      const blocked = sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await blocked.execute(storage.db)).rows.length !== count);
    };

    const begun = there.send(maria, "hello", id);
    await waiting(1); // for its number, after it was found that she may begin
    const forgotten = here.forget(maria);
    await Promise.race([forgotten, waiting(2)]);
    await holder.query("COMMIT");
    await Promise.all([begun, forgotten]);
    await holder.end();

    expect(await here.textsIn(ana, id)).toEqual(["hello", "closed"]);
  });

  test("[H7] a visitor who is forgotten on one relay while they write on the other has nothing open afterwards", async () => {
    for (let n = 0; n < 10; n += 1) {
      const visitor = await here.aVisitor();
      const [known, fresh] = [aConversationId(100 + 2 * n), aConversationId(101 + 2 * n)];
      await here.send(visitor, "hello", known);

      await Promise.all([
        there.send(visitor, "one more thing", known),
        here.forget(visitor),
        there.send(visitor, "hello", fresh),
      ]);

      const left = [await here.load(ana, known), await here.load(ana, fresh)];
      expect(left.filter((conversation) => conversation?.state === "open")).toEqual([]);
    }
  });
});

test("a conversation in hand is read again only where another relay wrote to it", async () => {
  const id = aConversationId(1);
  const databaseUrl = await createDatabase(inject("postgresUrl"));
  const storage = await openStorage({ dataDir: "/nowhere", databaseUrl });
  await addSite(storage.db, DEMO_SITE, 1);
  const desk = new TestDesk(storage);
  const maria = await desk.aVisitor();
  await desk.send(maria, "one", id);
  const pool = openPool(databaseUrl, "commits", 1);
  const connection = await pool.connect();
  const query = vi.spyOn(connection, "query");
  const [heads, reads] = [new Heads(), new LedgerReads(storage.db)];
  const readGroup = async () => {
    query.mockClear();
    const needs = { party: maria, conversationId: id, messageId: aMessageId(7) };
    const { conversations } = await reads.read(connection, [{ needs, run: () => {}, settle: () => {} }], heads);
    const wasRead = JSON.stringify(query.mock.calls).includes("site_name");
    await connection.query("ROLLBACK");
    for (const head of conversations.values()) heads.remember(head);
    return { wasRead, conversation: conversations.get(id) };
  };

  const asStored = async (wasRead: boolean) => ({ wasRead, conversation: await desk.load(maria, id) });
  expect(await readGroup()).toEqual(await asStored(true));
  expect(await readGroup()).toEqual(await asStored(false));
  await desk.send(maria, "two", id);
  expect(await readGroup()).toEqual(await asStored(true));
  await desk.see(maria, id, 1);
  expect(await readGroup()).toEqual(await asStored(true));
  expect(await readGroup()).toEqual(await asStored(false));

  connection.release();
  await Promise.all([pool.end(), storage.close()]);
});

test("a group and an inbox read the tables by index, however many conversations there are", async () => {
  const storage = await aPostgresStorage();
  const grown = sql`
    INSERT INTO sites VALUES ('demo', 'Shop', '[]', '{}', 1);
    INSERT INTO visitors SELECT 'visitor ' || n, 'demo', NULL, NULL, 1 FROM generate_series(1, 20000) n;
    INSERT INTO conversations (number, id, site_key, visitor_id, state, last_at, waiting_since, created_at)
      SELECT n, 'id ' || n, 'demo', 'visitor ' || n, CASE WHEN n % 100 = 0 THEN 'open' ELSE 'closed' END, n, n, n
      FROM generate_series(1, 20000) n;
    INSERT INTO entries SELECT n, seq, 'message', 'message ' || seq, 'visitor', 'hello', NULL, 1
      FROM generate_series(1, 20000) n, generate_series(1, 2) seq;
    ANALYZE`;
  await storage.upkeep((db) => grown.execute(db));
  const plan = async (query: RawBuilder<unknown>) => {
    const { rows } = await sql<{ "QUERY PLAN": string }>`EXPLAIN ${query}`.execute(storage.db);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };
  const rows = conversationQuery(storage.db);

  const ofGroup = await plan(sql`${rows.where("c.id", "in", ["id 1", "id 2"])}`);
  const inbox = await plan(sql`${rows.where("c.state", "=", sql.lit("open")).orderBy("c.waiting_since").limit(50)}`);
  const closed = await plan(
    sql`${rows.where("c.state", "=", sql.lit("closed")).orderBy("c.closed_at", "desc").limit(50)}`,
  );
  const recorded = await plan(
    sql`SELECT 1 FROM entries WHERE conversation = 1 AND author = 'visitor' AND message_id = 'message 1'`,
  );
  await storage.close();

  for (const read of [ofGroup, inbox, closed, recorded])
    expect(read).not.toMatch(/Seq Scan on (conversations|entries|visitors)/);
  expect(ofGroup).toContain("entries_place");
  expect(inbox).toContain("conversations_open");
  expect(closed).toContain("conversations_closed");
  expect(recorded).toContain("entries_message");
});
