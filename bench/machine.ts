import { cpus, loadavg, release, totalmem, type } from "node:os";
import { canPin } from "./processes.ts";
import { tenth, whole } from "./table.ts";

/** How busy the machine was before anything was measured: above 0 something else ran beside, and the tails are its. */
const loadBefore = loadavg()[0] ?? 0;

/** What the figures were measured on and with, one fact a line. */
export function describeMachine(command: string, browser?: string): string[] {
  const cores = cpus();
  const facts = [
    `${new Date().toISOString().slice(0, 10)}, \`${command}\``,
    `${cores[0]?.model.trim() ?? "unknown processor"}, ${cores.length} cores, ${whole(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `load average before the run: ${tenth(loadBefore)}`,
    canPin ? "server on core 0, load on core 1" : "cores not chosen: taskset is missing",
  ];
  return browser === undefined ? facts : [...facts, browser];
}
