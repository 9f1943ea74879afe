import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "@shopbell/protocol";
import type { Agent } from "../agents/agent.ts";
import { hashPassword } from "../agents/password.ts";
import { type App, type AppOptions, buildApp } from "../app.ts";
import { readConfig } from "../config.ts";
import { createDatabase } from "./postgres-server.ts";

export const PASSWORD = "a bell that rings";

/** An agent who can sign in, and is. */
export interface SignedInAgent {
  readonly agent: Agent;
  /** Value of a Cookie header. */
  readonly cookie: string;
}

/** A real relay on a port of its own, with a database of its own. */
export interface TestRelay extends App {
  readonly url: string;
  readonly dataDir: string;
  readonly owner: SignedInAgent;
  addAgent(name: string, role?: Role): Promise<SignedInAgent>;
  /** Stops, and removes the database unless it was given. */
  stop(): Promise<void>;
}

export interface TestRelayOptions extends Partial<AppOptions> {
  /** Settings beside those that a test needs: a free port, a folder of its own, no logs. */
  readonly env?: Record<string, string>;
}

const NO_FOLDERS = { widget: "/nowhere", console: "/nowhere", storefront: "/nowhere" };

let passwordHash: Promise<string> | undefined;

/** Starts a relay in demo mode with an owner called Ana. */
export async function startRelay({ env = {}, ...options }: TestRelayOptions = {}): Promise<TestRelay> {
  const given = env["DATA_DIR"];
  const dataDir = given ?? mkdtempSync(join(tmpdir(), "shopbell-"));
  const database = given === undefined && env["DATABASE_URL"] === undefined ? await anyDatabase() : {};
  const config = readConfig({ PORT: "0", LOG_LEVEL: "silent", DATA_DIR: dataDir, ...database, ...env });
  const app = await buildApp(config, { folders: NO_FOLDERS, ...options });
  await app.listen();
  const addAgent = (name: string, role: Role = "agent") => addSignedIn(app, name, role);
  return {
    ...app,
    url: app.parts.address.publicUrl,
    dataDir,
    owner: await addAgent("Ana", "owner"),
    addAgent,
    async stop() {
      await app.close();
      if (given === undefined) rmSync(dataDir, { recursive: true });
    },
  };
}

/** A file of their own for relays that are not told where to store, or Postgres where vitest's configuration says so. */
async function anyDatabase(): Promise<Record<string, string>> {
  if (process.env["TEST_DATABASE"] !== "postgres") return {};
  const { inject } = await import("vitest");
  return { DATABASE_URL: await createDatabase(inject("postgresUrl")) };
}

async function addSignedIn({ parts }: App, name: string, role: Role): Promise<SignedInAgent> {
  passwordHash ??= hashPassword(PASSWORD);
  const email = `${name.toLowerCase()}@example.com`;
  const newAgent = { email, name, role, passwordHash: await passwordHash };
  const added = (await parts.agents.add(newAgent)) ?? (await parts.agents.withPassword(email))?.agent;
  if (added === undefined) throw new Error(`${email} could not be added`);
  const token = await parts.agents.signIn(added.id, "a test");
  return { agent: added, cookie: `shopbell=${token}` };
}
