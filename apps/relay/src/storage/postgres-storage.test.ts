import { aConversationId } from "@shopbell/protocol/testing";
import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { createDatabase, PostgresServer } from "../testing/index.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { openStorage, type Storage } from "./database.ts";
import { MIGRATIONS } from "./migrations/index.ts";

const opened: Storage[] = [];
afterEach(() => Promise.all(opened.splice(0).map((storage) => storage.close())));

async function open(databaseUrl: string): Promise<Storage> {
  const storage = await openStorage({ dataDir: "/nowhere", databaseUrl });
  opened.push(storage);
  return storage;
}

/** Runs statements beside the relay, as whoever looks after the database would. */
async function administer(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

test("relays that start at once on an empty database bring it up to date once, and share a lineage", async () => {
  const databaseUrl = await createDatabase(inject("postgresUrl"));

  const [first, ...others] = await Promise.all([open(databaseUrl), ...[2, 3, 4, 5].map(() => open(databaseUrl))]);

  const epoch = await first.epoch();
  for (const other of others) expect(await other.epoch()).toBe(epoch);
  const applied = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(first.db);
  expect(applied.rows.map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS));
});

test("a commit waits for the disk, also where the database was told not to", async () => {
  const databaseUrl = await createDatabase(inject("postgresUrl"));
  const name = new URL(databaseUrl).pathname.slice(1);
  await administer(databaseUrl, `ALTER DATABASE ${name} SET synchronous_commit = off`);
  const { db } = await open(databaseUrl);

  const { rows } = await sql`SHOW synchronous_commit`.execute(db);

  expect(rows).toEqual([{ synchronous_commit: "on" }]);
});

describe("[H5] the lineage", () => {
  test("is the same after the relay has started again", async () => {
    const databaseUrl = await createDatabase(inject("postgresUrl"));

    expect(await (await open(databaseUrl)).epoch()).toBe(await (await open(databaseUrl)).epoch());
  });

  test("is another in a clone of the database, and where its tables were read back from a dump", async () => {
    const databaseUrl = await createDatabase(inject("postgresUrl"));
    const storage = await open(databaseUrl);
    const before = await storage.epoch();
    await storage.close();
    opened.pop();
    const name = new URL(databaseUrl).pathname.slice(1);
    await administer(inject("postgresUrl"), `CREATE DATABASE ${name}_clone TEMPLATE ${name}`);
    await administer(databaseUrl, "CREATE TABLE dump (LIKE entries INCLUDING ALL)", "DROP TABLE entries");
    await administer(databaseUrl, "ALTER TABLE dump RENAME TO entries");

    const clone = await (await open(`${databaseUrl}_clone`)).epoch();
    const readBack = await (await open(databaseUrl)).epoch();

    expect(new Set([before, clone, readBack]).size).toBe(3);
  });

  test("is the stored name alone for somebody whom the database tells nothing else", async () => {
    const databaseUrl = await createDatabase(inject("postgresUrl"));
    const storage = await open(databaseUrl);
    await administer(databaseUrl, "REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC");
    await administer(
      databaseUrl,
      "DO $$ BEGIN CREATE ROLE clerk LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
      "GRANT ALL ON ALL TABLES IN SCHEMA public TO clerk",
    );
    const stored = await storage.db.selectFrom("installation").select("value").where("name", "=", "epoch").execute();
    const asClerk = new URL(databaseUrl);
    asClerk.username = "clerk";

    expect(await (await open(asClerk.href)).epoch()).toBe(stored[0]?.value);
    expect(await storage.epoch()).not.toBe(stored[0]?.value);
  });
});

describe("[F6] a Postgres that fails", () => {
  const id = aConversationId(1);
  let server: PostgresServer;
  let storage: Storage;
  let desk: TestDesk;
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    storage = await open(await server.createDatabase());
    await addSite(storage.db, DEMO_SITE, 1);
    desk = new TestDesk(storage);
  });

  test("killed in the middle of commits, it has everything that was acknowledged once it is back", async () => {
    const visitor = await desk.aVisitor();
    const acknowledged: string[] = [];
    let refused = 0;
    const killed = (async () => {
      while (acknowledged.length < 20) await new Promise((resolve) => setImmediate(resolve));
      await server.kill();
    })();
    while (refused === 0) {
      const text = `word ${acknowledged.length}`;
      await desk.send(visitor, text, id).then(
        () => acknowledged.push(text),
        () => (refused += 1),
      );
    }
    await killed;
    await server.restart();

    await desk.send(visitor, "back again", id);

    // What was under way may be stored too: nobody was told.
    const texts = (await desk.textsIn(visitor, id)).filter((text) => text !== `word ${acknowledged.length}`);
    expect(texts).toEqual([...acknowledged, "back again"]);
  });

  test("standing still, it refuses what is sent instead of keeping everybody waiting, and heals by itself", async () => {
    const visitor = await desk.aVisitor();
    await desk.send(visitor, "before", id);
    server.pause();

    const outcomes = await Promise.allSettled([
      desk.send(visitor, "meanwhile", id),
      desk.load(visitor, id),
      desk.send(visitor, "me too", aConversationId(2)),
    ]);
    server.resume();

    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await desk.send(visitor, "after", id);
    const texts = await desk.textsIn(visitor, id);
    expect([texts.at(0), texts.at(-1)]).toEqual(["before", "after"]);
  });
});
