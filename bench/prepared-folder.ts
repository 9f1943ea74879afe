import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CORE, report, start } from "./processes.ts";

const PREPARE = new URL("./servers/prepare-database.ts", import.meta.url);

/** Gives `use` a data folder with so many conversations in it, and removes it afterwards. */
export async function withPrepared<T>(conversations: number, use: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), "shopbell-bench-"));
  try {
    await report(start(PREPARE, CORE.server, { args: [String(conversations)], env: { DATA_DIR: dataDir } }));
    return await use(dataDir);
  } finally {
    await rm(dataDir, { recursive: true });
  }
}
