import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HEARTBEAT_ANSWER_MS, HEARTBEAT_EVERY_MS, POLL_WAIT_MS } from "@shopbell/protocol/limits";
import { describe, expect, onTestFinished, test } from "vitest";
import { hello } from "../apps/relay/src/testing/frame-peer.ts";
import { programPath } from "../apps/relay/src/testing/program.ts";
import { ServerProcess } from "../apps/relay/src/testing/server-process.ts";
import { behindContract } from "./behind-contract.ts";
import { BehindStage, type Surroundings } from "./behind-stage.ts";

const EXAMPLE = readFileSync("docs/examples/nginx.conf", "utf8");

async function startNginx({ port, upstreams, certificate, key, folder }: Surroundings): Promise<ServerProcess> {
  const path = join(folder, "nginx.conf");
  const settled = EXAMPLE.replace("10.0.0.11:4000", upstreams[0])
    .replace("10.0.0.12:4000", upstreams[1])
    .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
    .replace("/etc/ssl/chat.example.com/fullchain.pem", certificate)
    .replace("/etc/ssl/chat.example.com/privkey.pem", key);
  writeFileSync(path, settled);
  const nginx = new ServerProcess({
    path: programPath("nginx", "nginx-light"),
    args: ["-p", folder, "-c", path, "-e", "stderr", "-g", `daemon off; pid ${folder}/pid; error_log stderr notice;`],
    readyWhen: /start worker process/,
  });
  await nginx.start();
  return nginx;
}

describe("behind nginx", () => {
  behindContract(startNginx);

  test("who would have come to a relay that drains is let in by the other one, without noticing", async () => {
    const stage = await BehindStage.open(startNginx, "draining");
    onTestFinished(() => stage.close());

    for (let attempt = 0; attempt < 6; attempt++) {
      expect((await fetch(`${stage.url}/console/`)).status).toBe(200);
      expect((await stage.poll([hello()])).status).toBe(200);
      (await stage.visitor()).terminate();
    }
  });

  test.each(["proxy_read_timeout", "proxy_send_timeout"])("%s is above the heartbeat, and above a poll", (timeout) => {
    const ms = 1_000 * Number(new RegExp(`${timeout} (\\d+)s;`).exec(EXAMPLE)?.[1]);

    expect(ms).toBeGreaterThan(HEARTBEAT_EVERY_MS + HEARTBEAT_ANSWER_MS);
    expect(ms).toBeGreaterThan(POLL_WAIT_MS);
  });
});
