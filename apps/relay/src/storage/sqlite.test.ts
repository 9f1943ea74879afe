import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openSqlite, sqliteDialect } from "./sqlite.ts";

interface Shelf {
  shoes: { size: number };
}

const sqlite = openSqlite(":memory:");
const prepare = vi.spyOn(sqlite, "prepare");
const db = new Kysely<Shelf>({ dialect: sqliteDialect(sqlite) });
beforeEach(async () => {
  await sql`CREATE TABLE shoes (size INTEGER)`.execute(db);
  await db
    .insertInto("shoes")
    .values([{ size: 38 }, { size: 43 }])
    .execute();
  prepare.mockClear();
});
afterEach(async () => {
  await sql`DROP TABLE shoes`.execute(db);
});

const ofSize = (size: number) => db.selectFrom("shoes").selectAll().where("size", "=", size);

test("a statement is compiled once, and answers what it is asked each time", async () => {
  const found = [await ofSize(38).execute(), await ofSize(43).execute(), await ofSize(44).execute()];

  expect(found).toEqual([[{ size: 38 }], [{ size: 43 }], []]);
  expect(prepare).toHaveBeenCalledTimes(1);
});

test("a statement that was compiled before a table grew finds the new column", async () => {
  await ofSize(38).execute();
  await sql`ALTER TABLE shoes ADD COLUMN colour TEXT DEFAULT 'red'`.execute(db);

  expect(await ofSize(38).execute()).toEqual([{ size: 38, colour: "red" }]);
});

test("however many different statements are run, only the last ones are kept", async () => {
  await ofSize(38).execute();
  for (let n = 1; n <= 300; n += 1) await sql`SELECT ${sql.lit(n)}`.execute(db);
  prepare.mockClear();

  await ofSize(38).execute();
  await sql`SELECT ${sql.lit(300)}`.execute(db);

  expect(prepare).toHaveBeenCalledTimes(1);
});
