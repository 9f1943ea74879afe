import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { CommandFault, type Env, UsageFault, understand } from "./cli-usage.ts";
import { readConfig } from "./config.ts";
import { backUp } from "./storage/backup.ts";
import { type CopyOutcome, copyInstallation } from "./storage/copy.ts";
import { DATABASE_FILE, openSqliteFile, openStorage, type Storage, type StoragePlace } from "./storage/database.ts";
import { nameOf } from "./storage/database-fault.ts";

const Backup = z.object({ to: z.string().min(1) });
const Copy = z.object({ from: z.string().min(1), to: z.string().min(1) });

/** Opens the database for a command, and closes it whatever comes of that. */
export async function withStorage<T>(place: StoragePlace, use: (storage: Storage) => Promise<T>): Promise<T> {
  return using(await openStorage(place), use);
}

/** `migrate`: opening brings the tables up to date. */
export async function migrateCommand(env: Env): Promise<void> {
  const config = readConfig(env);
  const name = config.databaseUrl === null ? `The database in ${config.dataDir}` : nameOf(config.databaseUrl);
  await withStorage(config, async () => console.log(`${name} is up to date.`));
}

/** `backup`: safe while the relay runs. */
export async function backUpCommand(env: Env, options: unknown): Promise<void> {
  const { to } = understand(Backup, options);
  const { dataDir, databaseUrl } = readConfig(env);
  if (databaseUrl !== null)
    throw new CommandFault(`${nameOf(databaseUrl)} is backed up with Postgres's own program: pg_dump --format=custom.`);
  if (existsSync(to)) throw new CommandFault(`${to} exists already.`);
  if (!existsSync(join(dataDir, DATABASE_FILE))) throw new CommandFault(`There is no database in ${dataDir}.`);
  await using(await openSqliteFile(join(dataDir, DATABASE_FILE)), async ({ sqlite }) => backUp(sqlite, to));
  console.log(`Backed up to ${to}.`);
}

/** `copy`: moves an installation to another database. */
export async function copyCommand(options: unknown): Promise<void> {
  const { from, to } = understand(Copy, options);
  const source = placeOf("from", from);
  const target = placeOf("to", to);
  if (source.file !== null && !existsSync(source.file))
    throw new CommandFault(`There is no database at ${source.file}.`);
  const outcome = await using(await open(source), (opened) =>
    opened.upkeep(async (reads) =>
      using(await open(target), (other) => other.upkeep((writes) => copyInstallation(reads, writes, console.log))),
    ),
  );
  console.log(sentenceFor(outcome));
}

async function using<S extends Storage, T>(storage: S, use: (storage: S) => Promise<T>): Promise<T> {
  try {
    return await use(storage);
  } finally {
    await storage.close();
  }
}

type Place = { readonly file: string } | { readonly file: null; readonly databaseUrl: string };

async function open(place: Place): Promise<Storage> {
  return place.file === null
    ? openStorage({ dataDir: "", databaseUrl: place.databaseUrl })
    : openSqliteFile(place.file);
}

/** A folder holds its database under the usual name. */
function placeOf(option: string, text: string): Place {
  if (/^postgres(ql)?:/.test(text) && URL.canParse(text)) return { file: null, databaseUrl: text };
  const path = /^sqlite:(?<path>.+)$/.exec(text)?.groups?.["path"];
  if (path === undefined) throw new UsageFault(`--${option} must be sqlite:FILE, sqlite:FOLDER or postgres://...`);
  const isFolder = existsSync(path) ? statSync(path).isDirectory() : !path.endsWith(".db");
  return { file: isFolder ? join(path, DATABASE_FILE) : path };
}

/** @throws CommandFault when nobody should use the copy as it is. */
function sentenceFor(outcome: CopyOutcome): string {
  switch (outcome.kind) {
    case "copied":
      return `Compared ${outcome.rows.toLocaleString("en")} rows on both sides: they are equal.`;
    case "source-changed":
      throw new CommandFault(
        `The source has changed meanwhile (${outcome.tables.join(", ")}): a relay still runs on it. Stop it and run this again.`,
      );
    case "differs":
      throw new CommandFault(`The copy differs (${outcome.tables.join(", ")}) and must not be used. Run this again.`);
    case "refused":
      throw new CommandFault(REFUSALS[outcome.reason]);
  }
}

const REFUSALS = {
  same: "The source and the target are one and the same.",
  "other-installation": "The target holds another installation: name an empty database.",
  "in-use": "The target was complete and has been used since: a copy would undo that. Name an empty database.",
};
