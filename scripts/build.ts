// Builds the front ends that are stale: `npm run build`, and the first step of `npm start` and `npm test`.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

interface Target {
  /** Its `build.ts` writes `dist/`. */
  folder: string;
  /** Folders and files whose sources end up in it. */
  inputs: string[];
}

const LIBRARIES = ["packages/protocol", "packages/client", "packages/i18n"];

const TARGETS: Target[] = [
  { folder: "packages/widget", inputs: ["packages/widget", ...LIBRARIES] },
  { folder: "apps/console", inputs: ["apps/console", "packages/widget/src/tokens.css", ...LIBRARIES] },
  { folder: "apps/storefront", inputs: ["apps/storefront"] },
];

/** Builds every target whose sources differ from those of its last build; throws with the output of the first that fails. */
export async function buildStale(): Promise<void> {
  await Promise.all(TARGETS.map(buildIfStale));
}

async function buildIfStale(target: Target): Promise<void> {
  const stamp = join(ROOT, target.folder, "dist/.built-from");
  const sources = fingerprint(target.inputs);
  if (read(stamp) === sources) return;
  await run(join(target.folder, "build.ts"));
  writeFileSync(stamp, sources);
}

/** One hash over names and contents of all sources, and over the versions of what they are built with. */
function fingerprint(folders: string[]): string {
  const files = folders.flatMap((folder) =>
    globSync([folder, `${folder}/**/*`], { cwd: ROOT, exclude: ["**/node_modules", "**/dist"], withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash("sha256");
  for (const file of [...files.sort(), join(ROOT, "pnpm-lock.yaml")]) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // never built
  }
}

function run(script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${script} failed\n${output}`))));
  });
}

if (import.meta.main) await buildStale();
