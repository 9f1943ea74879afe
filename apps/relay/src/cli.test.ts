import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openVisitor, PASSWORD, say, startRelay } from "./testing/index.ts";
import { type Outcome, shopbell as runShopbell } from "./testing/shopbell.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "shopbell-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** The command line with this test's folder. */
function shopbell(args: readonly string[], { env = {}, input = "" } = {}): Promise<Outcome> {
  return runShopbell(args, { env: { DATA_DIR: dataDir, ...env }, input });
}

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

test("an owner is made on the command line, once, and can sign in", async () => {
  const made = await shopbell(OWNER, { input: `${PASSWORD}\n` });
  const again = await shopbell(OWNER, { input: `${PASSWORD}\n` });
  const weak = await shopbell(OWNER, { input: "short" });

  expect(made).toMatchObject({ code: 0, stdout: "Rita <rita@example.com> can sign in as owner.\n" });
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("already uses rita@example.com") });
  expect(weak).toMatchObject({ code: 1, stderr: expect.stringContaining("12 characters") });
  const relay = await startRelay({ env: { DATA_DIR: dataDir } });
  const response = await relay.app.inject({
    method: "POST",
    url: "/v1/agent/sign-in",
    headers: { origin: relay.url },
    payload: { email: "rita@example.com", password: PASSWORD },
  });
  await relay.stop();
  expect(response.json()).toMatchObject({ agent: { name: "Rita" } });
});

test("a site made while the relay runs has a bell at once", async () => {
  const relay = await startRelay({ env: { DATA_DIR: dataDir } });
  const { stdout } = await shopbell(["site", "create", "--name", "Faro Bags", "--origin", "https://bags.example"], {
    env: { PUBLIC_URL: "https://chat.example.com" },
  });
  const key = /^Key {6}(\w+)$/m.exec(stdout)?.[1];

  const bell = await fetch(`${relay.url}/v1/sites/${key}`, { headers: { origin: "https://bags.example" } });
  await relay.stop();

  expect(await bell.json()).toMatchObject({ name: "Faro Bags" });
  expect(stdout).toContain(`<script async src="https://chat.example.com/widget.js" data-site="${key}"></script>`);
});

test("a mistyped address is put right while the relay runs", async () => {
  const relay = await startRelay({ env: { DATA_DIR: dataDir } });
  const created = await shopbell(["site", "create", "--name", "Bags", "--origin", "https://bgas.example"]);
  const key = /Key\s+(\S+)/.exec(created.stdout)?.[1] ?? "";
  const face = () => fetch(`${relay.url}/v1/sites/${key}`, { headers: { origin: "https://bags.example" } });
  expect((await face()).status).toBe(403);

  const changed = await shopbell(["site", "change", "--key", key, "--origin", "https://bags.example"]);
  await relay.pulse();

  expect(changed).toMatchObject({ code: 0, stdout: `${key}  Bags  https://bags.example\n` });
  expect((await shopbell(["site", "list"])).stdout).toContain(changed.stdout);
  expect((await face()).status).toBe(200);
  expect(await shopbell(["site", "change", "--key", "none"])).toMatchObject({
    code: 1,
    stderr: "There is no site with the key none.\n",
  });
  await relay.stop();
});

test("a backup of a running relay holds what was accepted, and begins another lineage", async () => {
  const relay = await startRelay({ env: { DATA_DIR: dataDir } });
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", aConversationId(1));
  const file = join(dataDir, "copy.db");

  const made = await shopbell(["backup", "--to", file]);
  const again = await shopbell(["backup", "--to", file]);
  await relay.stop();

  expect(made.code).toBe(0);
  expect(again).toMatchObject({ code: 1, stderr: `${file} exists already.\n` });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const copy = new DatabaseSync(file);
  expect(copy.prepare("SELECT text FROM entries").get()).toMatchObject({ text: "hello" });
  expect(copy.prepare("SELECT * FROM installation").all()).toEqual([]);
  copy.close();
});

test("doctor is content with a sound database that has an owner, and says what is missing", async () => {
  const before = await shopbell(["doctor"]);
  await shopbell(OWNER, { input: PASSWORD });
  const after = await shopbell(["doctor"]);

  expect(before).toMatchObject({ code: 1, stdout: expect.stringContaining("WRONG  There is no owner yet") });
  expect(after).toMatchObject({ code: 0, stdout: expect.not.stringContaining("WRONG") });
});

test("migrate makes an empty database", async () => {
  expect(await shopbell(["migrate"])).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(join(dataDir, "shopbell.db"))).toBe(true);
});

test.each([
  [["dance"], 'There is no command "dance".'],
  [["site", "create", "--name", "x"], "Missing or wrong: --origin."],
  [["site", "create", "--name", "x", "--origin", "bags"], "--origin must be an address"],
  [["user", "create", "--role", "king"], "--role"],
  [["backup", "--into", "x"], "Unknown option '--into'"],
])("%j is answered with one sentence and the usage", async (args, sentence) => {
  const { code, stderr } = await shopbell(args);

  expect(code).toBe(1);
  expect(stderr).toContain(sentence);
  expect(stderr).toContain("Usage: npm run shopbell");
  expect(stderr).not.toContain("    at ");
});

test("a taken port, an unwritable folder and a bad setting stop the start with one sentence", async () => {
  const relay = await startRelay({ env: { DATA_DIR: dataDir } });
  const port = new URL(relay.url).port;
  writeFileSync(join(dataDir, "file"), "");

  const outcomes = await Promise.all([
    shopbell(["serve"], { env: { PORT: port } }),
    shopbell(["serve"], { env: { DATA_DIR: join(dataDir, "file", "inside") } }),
    shopbell(["serve"], { env: { PORT: "many" } }),
  ]);
  await relay.stop();

  expect(outcomes.map(({ code }) => code)).toEqual([1, 1, 1]);
  expect(outcomes.map(({ stdout }) => stdout)).toEqual(["", "", ""]);
  expect(outcomes.map(({ stderr }) => stderr.trim().split("\n").length)).toEqual([1, 1, 1]);
  expect(outcomes.map(({ stderr }) => stderr.split(" ")[0])).toEqual(["Port", "DATA_DIR", "PORT"]);
});
