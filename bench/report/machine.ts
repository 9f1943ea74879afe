import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { programPath } from "../../apps/relay/src/testing/program.ts";
import { canPin } from "../processes.ts";
import { tenth, whole } from "./table.ts";

/** How busy the machine was before anything was measured: above 0 something else ran beside, and the tails are its. */
const loadBefore = loadavg()[0] ?? 0;

const LIBRARIES = ["ws", "socket.io", "@socket.io/redis-adapter", "ioredis"];
const DATABASES = [
  ["redis-server", "redis-server"],
  ["postgres", "postgresql"],
] as const;

/** What the figures were measured on and with, one fact a line. */
export function describeMachine(command: string, browser?: string): string[] {
  const cores = cpus();
  const facts = [
    `${new Date().toISOString().slice(0, 10)}, \`${command}\``,
    `${cores[0]?.model.trim() ?? "unknown processor"}, ${cores.length} cores, ${whole(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `Node ${process.versions.node}; ${LIBRARIES.map(libraryVersion).join(", ")}`,
    DATABASES.map(programVersion).join("; "),
    `load average before the run: ${tenth(loadBefore)}`,
    canPin ? "relays on core 0; load, Redis and Postgres on core 1" : "cores not chosen: taskset is missing",
  ];
  return browser === undefined ? facts : [...facts, browser];
}

function libraryVersion(name: string): string {
  const manifest = readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8");
  return `${name} ${(JSON.parse(manifest) as { version: string }).version}`;
}

function programVersion([name, debianPackage]: (typeof DATABASES)[number]): string {
  return spawnSync(programPath(name, debianPackage), ["--version"], { encoding: "utf8" }).stdout.trim();
}
