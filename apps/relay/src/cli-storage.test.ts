import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { copyInstallation } from "./storage/copy.ts";
import { openStorage } from "./storage/database.ts";
import { createDatabase, openVisitor, PASSWORD, say, startRelay } from "./testing/index.ts";
import { shopbell } from "./testing/shopbell.ts";

const OWNER = [
  "user",
  "create",
  "--email",
  "rita@example.com",
  "--name",
  "Rita",
  "--role",
  "owner",
  "--password-stdin",
];

let dataDir: string;
let databaseUrl: string;
let env: Record<string, string>;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "shopbell-"));
  databaseUrl = await createDatabase(inject("postgresUrl"));
  env = { DATA_DIR: dataDir };
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** The database as people are told of it. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `The Postgres database ${host}${pathname}`;
}

test("a shop that grows takes its conversations along to Postgres, and back", async () => {
  const before = await startRelay({ env });
  const visitor = await openVisitor(before);
  await say(visitor, "hello", aConversationId(1));
  await before.stop();

  const there = await shopbell(["copy", "--from", `sqlite:${dataDir}`, "--to", databaseUrl], { env });
  const after = await startRelay({ env: { ...env, DATABASE_URL: databaseUrl } });
  const again = await openVisitor(after, { token: visitor.token });
  await say(again, "it is me again", aConversationId(1));
  await after.stop();
  const file = join(dataDir, "back.db");
  const back = await shopbell(["copy", "--from", databaseUrl, "--to", `sqlite:${file}`], { env });

  expect(there).toMatchObject({ code: 0, stderr: "" });
  expect(there.stdout).toMatch(/1 conversations, 1 entries, .*\nCompared \d+ rows on both sides: they are equal\.\n$/);
  expect(again.welcome.conversations).toMatchObject([{ number: 1001, lastSeq: 1 }]);
  expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining("2 entries") });
});

test("nobody is served from a copy that is not complete: the next run would undo what they say", async () => {
  const places = [
    { dataDir, databaseUrl: null },
    { dataDir, databaseUrl },
  ];
  const [source, target] = await Promise.all(places.map(openStorage));
  const killed = () => {
    throw new Error("killed");
  };
  if (source && target) await expect(copyInstallation(source.db, target.db, killed)).rejects.toThrow("killed");
  await Promise.all([source?.close(), target?.close()]);
  const there = { env: { ...env, DATABASE_URL: databaseUrl } };

  const refused = await shopbell(["serve"], { env: { ...there.env, PORT: new URL(databaseUrl).port } });
  const copied = await shopbell(["copy", "--from", `sqlite:${dataDir}`, "--to", databaseUrl], { env });
  const after = await startRelay(there);
  await after.stop();

  expect(refused).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^The database is an unfinished copy: .*\n$/),
  });
  expect(copied).toMatchObject({ code: 0 });
});

test("what cannot be copied is one sentence", async () => {
  await shopbell(["migrate"], { env });
  const other = await createDatabase(inject("postgresUrl"));
  await shopbell(OWNER, { env: { ...env, DATABASE_URL: other }, input: PASSWORD });

  const outcomes = await Promise.all(
    [
      ["--from", `sqlite:${dataDir}`, "--to", other],
      ["--from", databaseUrl, "--to", databaseUrl],
      ["--from", `sqlite:${join(dataDir, "missing.db")}`, "--to", databaseUrl],
      ["--from", `sqlite:${dataDir}`, "--to", "postgres://shop:secret@127.0.0.1:1/shop"],
      ["--from", `sqlite:${dataDir}`, "--to", "mysql://shop"],
    ].map((places) => shopbell(["copy", ...places], { env })),
  );

  expect(outcomes.map(({ code, stdout }) => [code, stdout])).toEqual(outcomes.map(() => [1, ""]));
  expect(outcomes.map(({ stderr }) => stderr.split("\n")[0])).toEqual([
    "The target holds another installation: name an empty database.",
    "The source and the target are one and the same.",
    `There is no database at ${join(dataDir, "missing.db")}.`,
    "The Postgres database 127.0.0.1:1/shop cannot be reached: is it running there? (ECONNREFUSED)",
    "--to must be sqlite:FILE, sqlite:FOLDER or postgres://...",
  ]);
});

test("migrate makes the tables in Postgres, and backup names the program for it", async () => {
  const on = { env: { ...env, DATABASE_URL: databaseUrl } };

  expect(await shopbell(["migrate"], on)).toMatchObject({ code: 0, stdout: `${nameOf(databaseUrl)} is up to date.\n` });
  expect(await shopbell(["backup", "--to", join(dataDir, "copy")], on)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/pg_dump/),
  });
});

test("doctor examines Postgres and Redis without changing anything", async () => {
  const on = { env: { ...env, DATABASE_URL: databaseUrl, REDIS_URL: inject("redisUrl") } };

  const before = await shopbell(["doctor"], on);
  const still = await shopbell(["doctor"], on);
  await shopbell(OWNER, { ...on, input: PASSWORD });
  const after = await shopbell(["doctor"], on);

  expect(before).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("WRONG  The tables are of an older version"),
  });
  expect(still).toEqual(before);
  expect(after).toMatchObject({ code: 0, stdout: expect.not.stringContaining("WRONG") });
  expect(after.stdout).toContain(`ok     ${nameOf(databaseUrl)} answers: version `);
  expect(after.stdout).toContain(`ok     Redis ${new URL(inject("redisUrl")).host} answers`);
});

test("doctor and the start say in one sentence what cannot be reached, and no password", async () => {
  const away = {
    ...env,
    DATABASE_URL: "postgres://shop:secret@127.0.0.1:1/shop",
    REDIS_URL: "redis://:secret@127.0.0.1:1",
  };

  const examined = await shopbell(["doctor"], { env: away });
  const started = await shopbell(["serve"], { env: away });

  expect(examined).toMatchObject({ code: 1, stderr: "" });
  expect(examined.stdout.match(/^WRONG .*/gm)).toEqual([
    "WRONG  The Postgres database 127.0.0.1:1/shop cannot be reached: is it running there? (ECONNREFUSED)",
    expect.stringMatching(/^WRONG {2}Redis 127\.0\.0\.1:1 does not answer: /),
  ]);
  expect(started).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^The Postgres database .*\n$/) });
  for (const { stdout, stderr } of [examined, started]) expect(stdout + stderr).not.toContain("secret");
});
