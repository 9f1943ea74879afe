import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setDefaultCACertificates } from "node:tls";
import { WebSocket } from "ws";
import { FramePeer, hello } from "../apps/relay/src/testing/frame-peer.ts";
import { PostgresServer } from "../apps/relay/src/testing/postgres-server.ts";
import { RedisServer } from "../apps/relay/src/testing/redis-server.ts";
import { freePort, type ServerProcess } from "../apps/relay/src/testing/server-process.ts";
import { RelayProcess } from "./relay-process.ts";

const PASSWORD = "olive tram seventeen lantern";
const EMAIL = "ana@lisboashoes.example";
const SHOP = "https://lisboashoes.example";

/** What the example of a proxy has to be told about this machine. */
export interface Surroundings {
  readonly port: number;
  /** Where the two upstreams of the example are. */
  readonly upstreams: readonly [string, string];
  readonly certificate: string;
  readonly key: string;
  /** For whatever the proxy must write; removed afterwards. */
  readonly folder: string;
}

/** Starts the real program on the example. */
export type StartProxy = (surroundings: Surroundings) => Promise<ServerProcess>;

/** Who comes: from an address of this machine, possibly claiming to come from another. */
export interface Caller {
  readonly from?: string;
  readonly claims?: string;
}

/** Who is where the example has its second relay: nobody, or one that drains and says 503 to everything, or a relay. */
export type Second = "nobody" | "draining" | "relay";

/** An installation behind a real proxy that speaks TLS. */
export class BehindStage {
  readonly url: string;
  readonly siteKey: string;
  readonly relays: readonly RelayProcess[];
  readonly #cookie: string;
  readonly #close: () => Promise<void>;

  private constructor(
    parts: Pick<BehindStage, "url" | "siteKey" | "relays">,
    cookie: string,
    close: () => Promise<void>,
  ) {
    this.url = parts.url;
    this.siteKey = parts.siteKey;
    this.relays = parts.relays;
    this.#cookie = cookie;
    this.#close = close;
  }

  static async open(startProxy: StartProxy, secondIs: Second): Promise<BehindStage> {
    const folder = mkdtempSync(join(tmpdir(), "shopbell-proxy-"));
    const tls = makeCertificate(folder);
    const [port, first, second] = await Promise.all([freePort(), freePort(), freePort()]);
    const url = `https://127.0.0.1:${port}`;
    const grown = secondIs === "relay" ? await growth() : undefined;
    const draining = secondIs === "draining" ? await startDraining(second) : undefined;
    const env = { TRUST_PROXY: "127.0.0.1", ...grown?.env };
    const relays = [first, second]
      .slice(0, secondIs === "relay" ? 2 : 1)
      .map((at) => new RelayProcess({ port: at, publicUrl: url, env }));
    const siteKey = furnish(relays);
    for (const relay of relays) await relay.start();
    const upstreams = [`127.0.0.1:${first}`, `127.0.0.1:${second}`] as const;
    const proxy = await startProxy({ port, upstreams, folder, ...tls });
    return new BehindStage({ url, siteKey, relays }, await signIn(url), async () => {
      await proxy.stop("SIGTERM");
      await Promise.all(relays.map((relay) => relay.stop()));
      await grown?.stop();
      draining?.close();
      rmSync(folder, { recursive: true });
    });
  }

  /** A visitor's socket through the proxy. @throws with the status of the answer when the upgrade is refused. */
  connect(caller: Caller = {}): Promise<FramePeer> {
    return this.#open(`/v1/sites/${this.siteKey}/socket`, { origin: SHOP }, caller);
  }

  async visitor(token: string | null = null, cursors: Record<string, number> = {}, epoch: string | null = null) {
    const peer = await this.connect();
    peer.send(hello({ token, cursors, epoch }));
    return Object.assign(peer, { welcome: await peer.first("welcome") });
  }

  async agent() {
    const peer = await this.#open("/v1/agent/socket", { origin: this.url, cookie: this.#cookie }, {});
    peer.send(hello());
    await peer.first("inbox.loaded");
    return peer;
  }

  poll(frames: readonly object[]): Promise<Response> {
    return fetch(`${this.url}/v1/sites/${this.siteKey}/poll`, {
      method: "POST",
      headers: { origin: SHOP, "content-type": "application/json" },
      body: JSON.stringify({ frames, waitMs: 0 }),
    });
  }

  close(): Promise<void> {
    return this.#close();
  }

  #open(path: string, headers: Record<string, string>, { from, claims }: Caller): Promise<FramePeer> {
    const socket = new WebSocket(this.url.replace("https", "wss") + path, {
      headers: { ...headers, ...(claims && { "x-forwarded-for": claims }) },
      ...(from && { localAddress: from }),
    });
    const peer = new FramePeer(socket);
    return new Promise((resolve, reject) => {
      socket.on("open", () => resolve(peer));
      socket.on("unexpected-response", (_, { statusCode }) => reject(new Error(`refused with ${statusCode}`)));
      socket.on("error", reject);
    });
  }
}

/** A throwaway certificate, which this process believes from now on. */
function makeCertificate(folder: string): { certificate: string; key: string } {
  const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
  const made = spawnSync(
    "openssl",
    [
      ...["req", "-x509", "-nodes", "-days", "1", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"],
      ...["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
    ],
    { encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr}`);
  setDefaultCACertificates([readFileSync(certificate, "utf8")]);
  return { certificate, key };
}

/** As a relay answers that is about to end. */
async function startDraining(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(503, { connection: "close", "retry-after": "1" }).end();
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** What two relays share. */
async function growth() {
  const [postgres, redis] = await Promise.all([PostgresServer.start(), RedisServer.start()]);
  const stop = async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
  };
  return { env: { DATABASE_URL: await postgres.createDatabase(), REDIS_URL: redis.url }, stop };
}

/** Makes a site and an agent; returns the site's key. */
function furnish([relay]: readonly RelayProcess[]): string {
  const created = relay?.shopbell(["site", "create", "--name", "Lisboa Shoes", "--origin", SHOP]) ?? "";
  relay?.shopbell(
    ["user", "create", "--email", EMAIL, "--name", "Ana", "--role", "agent", "--password-stdin"],
    PASSWORD,
  );
  return /data-site="([^"]+)"/.exec(created)?.[1] ?? "";
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/v1/agent/sign-in`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
