import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian keeps the server programs of each version of Postgres out of PATH. */
const POSTGRES_FOLDERS = "/usr/lib/postgresql/*/bin";

/**
 * Where a program lies: in PATH, or among Debian's Postgres programs. Root on Debian gets it installed.
 *
 * @param debianPackage what brings the program
 * @throws with the command that would help, where it is missing and may not be installed
 */
export function programPath(name: string, debianPackage: string): string {
  const found = find(name);
  if (found) return found;
  const install = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${debianPackage}`;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.error(`${name} is missing. Installing Debian's package...`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("sh", ["-c", install], { env, stdio: ["ignore", "ignore", "inherit"] });
    const installed = find(name);
    if (installed) return installed;
  }
  throw new Error(`${name} is needed for these tests. On Debian: sudo sh -c '${install}'. Elsewhere put it into PATH.`);
}

function find(name: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...globSync(POSTGRES_FOLDERS).sort().reverse()];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
