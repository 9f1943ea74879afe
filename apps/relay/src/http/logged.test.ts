import { Writable } from "node:stream";
import fastify from "fastify";
import { type Kysely, sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Storage } from "../storage/database.ts";
import { aPostgresStorage } from "../testing/test-storage.ts";
import { LOGGED } from "./logged.ts";

let storage: Storage;
beforeEach(async () => {
  storage = await aPostgresStorage();
});
afterEach(() => storage.close());

/** What stands in the log of a relay to which this has happened. */
function logOf(error: unknown): string {
  let log = "";
  const write = (line: Buffer, _encoding: string, done: () => void) => {
    log += line;
    done();
  };
  const app = fastify({ logger: { stream: new Writable({ write }), serializers: LOGGED } });
  app.log.error({ err: error }, "something broke");
  return log;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}

test.each([
  [
    "a row that breaks a rule",
    sql`INSERT INTO sites (key, name) VALUES ('my secret', NULL)`,
    "23502",
    /violates not-null/,
  ],
  ["a value that cannot be", sql`SELECT ${"my secret"}::integer`, "22P02", /A value was refused/],
  ["a statement that cannot be", sql`SELECT my_column FROM sites WHERE name = ${"my secret"}`, "42703", /my_column/],
] as const)(
  "of %s the log has the reason and the place, and nothing that anybody typed",
  async (_, query, code, reason) => {
    const error = await failureOf(query.execute(storage.db as unknown as Kysely<unknown>));
    expect(
      JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(query.compile(storage.db).parameters),
    ).toContain("my secret");

    const log = logOf(error);

    expect(log).not.toContain("secret");
    const { err } = JSON.parse(log);
    expect(err).toEqual({
      type: "error",
      code,
      message: expect.stringMatching(reason),
      stack: expect.stringMatching(/^ {4}at /),
    });
  },
);

test("of a text that could not be read the log has the place", async () => {
  const error = await failureOf((async () => JSON.parse("my secret"))());
  expect(String(error)).toContain("secret");

  const log = logOf(error);

  expect(log).not.toContain("secret");
  expect(log).toContain("logged.test.ts");
});

test("what is thrown and is no error is not written down", () => {
  expect(logOf("my secret")).not.toContain("secret");
});
