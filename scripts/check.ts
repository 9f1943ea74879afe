// Everything that must hold before a change lands: `npm test`, `pnpm check`, CI. Ends with "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { chromiumPath } from "./chromium.ts";

const REPORT = ".cache/vitest.json";
const PROJECTS = [
  "packages/protocol",
  "packages/i18n",
  "packages/client",
  "packages/widget",
  "apps/relay",
  "apps/console",
  "apps/storefront",
  "e2e",
  "bench",
  "scripts",
];

interface Tally {
  passed: number;
  failed: number;
}

/** Runs a command; its output is shown whole where it fails, and always where `live`. */
function succeeds(title: string, command: string[], live = false): Promise<boolean> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const [program = "", ...args] = command;
    const child = spawn(program, args, { stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"] });
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => {
      output += error.message;
      resolve(false);
    });
    child.on("close", (code) => {
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
      console.log(`${code === 0 ? "✓" : "✗"} ${title} (${seconds} s)${code === 0 ? "" : `\n${output}`}`);
      resolve(code === 0);
    });
  });
}

/** Runs the steps after one another and counts; stops counting nothing, so that one failure hides no other. */
async function inTurn(...steps: [title: string, command: string[]][]): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  for (const [title, command] of steps) tally[(await succeeds(title, command)) ? "passed" : "failed"]++;
  return tally;
}

async function vitest(): Promise<Tally> {
  mkdirSync(".cache", { recursive: true });
  const command = ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const succeeded = await succeeds("tests", command, true);
  const report: { numPassedTests: number; numFailedTests: number } = JSON.parse(readFileSync(REPORT, "utf8"));
  // A suite that cannot even be loaded counts as one failure, and so does an error outside any test.
  const failed = succeeded ? 0 : Math.max(1, report.numFailedTests);
  return { passed: report.numPassedTests, failed };
}

process.env["PATH"] = `${process.cwd()}/node_modules/.bin:${process.env["PATH"]}`;
process.env["CHROMIUM_PATH"] = chromiumPath();

const tallies = await Promise.all([
  inTurn(["build", ["node", "scripts/build.ts"]], ["sizes", ["size-limit"]]),
  inTurn(
    ["lint", ["biome", "check", "--error-on-warnings", "."]],
    ...PROJECTS.map((folder): [string, string[]] => [`types ${folder}`, ["tsc", "-p", folder]]),
    ["unused code", ["knip"]],
  ),
]);
tallies.push(await vitest());

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
