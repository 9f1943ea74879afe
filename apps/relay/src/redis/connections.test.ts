import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, expect, test } from "vitest";
import { RedisServer } from "../testing/redis-server.ts";
import { freePort } from "../testing/server-process.ts";
import { unheardComplaints } from "../testing/test-redis.ts";
import { Complaints } from "./complaints.ts";
import { connectToRedis, pauseBefore, type RedisClient } from "./connections.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(settings: readonly string[] = []): Promise<RedisServer> {
  const server = await RedisServer.start(settings);
  ends.push(() => server.stop());
  return server;
}

function connect(url: string): RedisClient {
  const redis = connectToRedis([url], unheardComplaints());
  ends.push(() => redis.disconnect());
  return redis;
}

/** Errors on the way there are no reason to give up, unlike with the `once` of node:events. */
function event(redis: RedisClient, name: string): Promise<unknown> {
  return new Promise((resolve) => redis.once(name, resolve));
}

test("the address says who signs in, with which password, and into which database", async () => {
  const { port } = await start([
    "--user",
    "bell",
    "on",
    ">p@ss/w:rd",
    "allcommands",
    "allkeys",
    "--user",
    "default",
    "off",
  ]);

  const redis = connect(`redis://bell:p%40ss%2Fw%3Ard@127.0.0.1:${port}/3`);
  await event(redis, "ready");

  expect(await redis.client("INFO")).toMatch(/ db=3 .* user=bell /);
});

test("rediss:// is TLS, with a certificate that must be trusted", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shopbell-tls-"));
  ends.push(() => rmSync(folder, { recursive: true }));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  execFileSync("openssl", ["req", ...kind, ...names, "-keyout", key, "-out", cert], { stdio: "ignore" });
  const port = await freePort();
  const files = ["--tls-key-file", key, "--tls-cert-file", cert, "--tls-ca-cert-file", cert];
  await start(["--tls-port", `${port}`, "--tls-auth-clients", "no", ...files]);

  const distrustful = connect(`rediss://localhost:${port}`);
  const fault = await event(distrustful, "error");
  expect(fault).toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  setDefaultCACertificates([...getCACertificates(), readFileSync(cert, "utf8")]);
  const redis = connect(`rediss://localhost:${port}`);
  await event(redis, "ready");

  expect(await redis.ping()).toBe("PONG");
});

test("a command fails at once while there is no connection, and works again when there is one", async () => {
  const server = await start();
  const redis = connect(server.url);
  await event(redis, "ready");

  await Promise.all([event(redis, "close"), server.kill()]);
  await expect(redis.ping()).rejects.toThrow("enableOfflineQueue");
  await Promise.all([event(redis, "ready"), server.restart()]);

  expect(await redis.ping()).toBe("PONG");
});

test("a command to a Redis that says nothing fails soon, and the connection with it", async () => {
  const server = await start();
  const redis = connect(server.url);
  await event(redis, "ready");

  server.pause();
  const closed = event(redis, "close");
  await expect(redis.ping()).rejects.toThrow("timed out");
  await closed;
  server.resume();
  await event(redis, "ready");

  expect(await redis.ping()).toBe("PONG");
});

test("a password that is wrong is told once, not with every attempt, and is not in what is told", async () => {
  const { port } = await start(["--requirepass", "another"]);
  const told: string[] = [];

  const redis = connectToRedis(
    [`redis://:secret@127.0.0.1:${port}`],
    new Complaints(({ message }) => told.push(message)),
  );
  ends.push(() => redis.disconnect());
  for (let attempt = 0; attempt < 3; attempt++) await event(redis, "error");

  expect(told).toEqual([expect.stringMatching(/^Redis: WRONGPASS /)]);
  expect(told.join()).not.toMatch(/secret|127\.0\.0\.1/);
});

test("a database that is not there is told", async () => {
  const { port } = await start();
  const told: string[] = [];

  const redis = connectToRedis([`redis://127.0.0.1:${port}/99`], new Complaints(({ message }) => told.push(message)));
  ends.push(() => redis.disconnect());
  await event(redis, "ready");

  expect(told).toEqual([expect.stringMatching(/DB index/)]);
});

test("what was told is told again when all was well meanwhile", async () => {
  const server = await start();
  const told: string[] = [];
  const redis = connectToRedis([server.url], new Complaints(({ message }) => told.push(message)));
  ends.push(() => redis.disconnect());

  for (const _ of ["once", "again"]) {
    await event(redis, "ready");
    await Promise.all([event(redis, "error"), server.kill()]);
    await Promise.all([event(redis, "ready").then(() => redis.disconnect(true)), server.restart()]);
  }

  expect(told.filter((message) => message.includes("ECONNREFUSED"))).toHaveLength(2);
});

test("pauses between attempts grow to a second, and no two relays keep step", () => {
  const pauses = Array.from({ length: 100 }, () => pauseBefore(1));

  expect(new Set(pauses).size).toBeGreaterThan(90);
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(25);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(50);
  expect(pauseBefore(1_000)).toBeLessThanOrEqual(1_000);
  expect(pauseBefore(1_000)).toBeGreaterThanOrEqual(500);
});
