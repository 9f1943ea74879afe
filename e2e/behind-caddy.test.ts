import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { programPath } from "../apps/relay/src/testing/program.ts";
import { ServerProcess } from "../apps/relay/src/testing/server-process.ts";
import { behindContract } from "./behind-contract.ts";
import type { Surroundings } from "./behind-stage.ts";

const EXAMPLE = readFileSync("docs/examples/Caddyfile", "utf8");
const caddy = caddyPath();

/** Not every system has it among its packages. */
function caddyPath(): string | undefined {
  try {
    return programPath("caddy", "caddy");
  } catch (error) {
    if (process.env["CI"]) throw error;
    return undefined;
  }
}

async function startCaddy({ port, upstreams, certificate, key, folder }: Surroundings): Promise<ServerProcess> {
  const path = join(folder, "Caddyfile");
  const site = EXAMPLE.replace("10.0.0.11:4000", upstreams[0])
    .replace("10.0.0.12:4000", upstreams[1])
    .replace("chat.example.com {", `https://127.0.0.1:${port} {\n\ttls ${certificate} ${key}`);
  // Neither its own address for administrators nor port 80, which others may have, nor anything in somebody's home.
  writeFileSync(path, `{\n\tadmin off\n\tauto_https disable_redirects\n\tstorage file_system ${folder}\n}\n${site}`);
  const server = new ServerProcess({
    path: caddy ?? "caddy",
    args: ["run", "--adapter", "caddyfile", "--config", path],
    options: { cwd: folder },
    readyWhen: /serving initial configuration/,
  });
  await server.start();
  return server;
}

describe.skipIf(caddy === undefined)("behind Caddy, which must be in PATH", () => behindContract(startCaddy));
