import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Chance } from "../chance.ts";
import { furnish } from "../shop.ts";
import { pause } from "../workload.ts";
import { type Acknowledged, faultsIn } from "./look-into.ts";

/** A kill comes within this time of the first message that is stored. */
const LONGEST_LIFE_MS = 100;

export interface KilledWriterOptions {
  readonly seed: number;
  readonly kills: number;
  /** A script that breaks the writer. */
  readonly broken?: string;
}

/** F9: kills a process that stores messages, again and again, and looks after each kill whether all is there. */
export async function killedWriter({ seed, kills, broken }: KilledWriterOptions) {
  const chance = new Chance(`F9/${seed}`);
  const folder = mkdtempSync(join(tmpdir(), "shopbell-kills-"));
  const faults: string[] = [];
  let messages = 0;
  try {
    await furnish({ dataDir: folder, databaseUrl: null }, 0);
    for (let kill = 1; kill <= kills && faults.length === 0; kill++) {
      const acknowledged = await writeUntilKilled(folder, broken, chance);
      messages += acknowledged.length;
      faults.push(...faultsIn(folder, acknowledged).map((fault) => `kill ${kill}: ${fault}`));
    }
    return { faults, messages };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeUntilKilled(folder: string, broken: string | undefined, chance: Chance): Promise<Acknowledged[]> {
  const script = join(import.meta.dirname, "writer.ts");
  const args = [...(broken ? ["--import", broken] : []), script, folder];
  const writer = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(writer, "close");
  let said = "";
  let complained = "";
  writer.stdout.on("data", (chunk) => {
    said += chunk;
  });
  writer.stderr.on("data", (chunk) => {
    complained += chunk;
  });
  await Promise.race([once(writer.stdout, "data"), ended]);
  if (broken) writer.kill("SIGUSR2");
  await pause(chance.between(0, LONGEST_LIFE_MS));
  writer.kill("SIGKILL");
  await ended;
  if (said === "") throw new Error(`the writer stored nothing: ${complained}`);
  // A last line without an end was not said.
  return said
    .split("\n")
    .slice(0, -1)
    .map((line) => {
      const [id = "", seq = ""] = line.split(" ");
      return { id, seq: Number(seq) };
    });
}
