import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { Egress } from "./egress.ts";
import { aServer, closeServers, faultOf, hostOfListening } from "./test-servers.ts";

afterEach(closeServers);

test("50 MB are not read to their end", async () => {
  const parts = Array(800).fill(Buffer.alloc(64 * 1024));
  const server = await aServer((_, response) => Readable.from(parts).pipe(response));

  expect(await faultOf(new Egress({ allow: [server.host] }).get(server.url))).toMatch(/more than 1024 KiB/);
});

test("a packed answer is not unpacked, and so no bomb", async () => {
  const bomb = gzipSync(Buffer.alloc(20e6));
  const server = await aServer((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bomb));

  expect(await faultOf(new Egress({ allow: [server.host] }).get(server.url))).toMatch(/packed/);
  expect(server.asked[0]?.headers["accept-encoding"]).toBe("identity");
});

test.each<[string, RequestListener]>([
  ["says nothing", () => {}],
  ["never ends its headers", (request) => request.socket.write("HTTP/1.1 200 OK\r\nx-a: b\r\n")],
  [
    "drips its body",
    (_, response) => {
      const drip = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(drip));
    },
  ],
])("a server that %s is given up", async (_, answer) => {
  const server = await aServer(answer);

  expect(await faultOf(new Egress({ allow: [server.host] }).get(server.url, { timeoutMs: 200 }))).toMatch(/in time/);
});

test.each<[string, RequestListener]>([
  ["before it answers", (request) => request.socket.destroy()],
  [
    "in the middle of its answer",
    (_, response) => response.writeHead(200, { "content-length": 100 }).write("x", () => response.destroy()),
  ],
])("a server that goes away %s has broken off", async (_, answer) => {
  const server = await aServer(answer);

  expect(await faultOf(new Egress({ allow: [server.host] }).get(server.url))).toMatch(/broke the connection off/);
});

test("a server whose certificate nobody vouches for is not asked, and whoever set it up reads why", async () => {
  const { key, cert } = aCertificate();
  let asked = 0;
  const server = createTlsServer({ key, cert }, (_, response) => {
    asked += 1;
    response.end();
  });
  const host = await hostOfListening(server);

  expect(await faultOf(new Egress({ allow: [host] }).get(`https://${host}/`))).toMatch(/certificate that nobody/);
  expect(await faultOf(new Egress({ allow: [] }).get(`https://${host}/`))).toMatch(/private address/);
  expect(asked).toBe(0);
});

/** One that the server made for itself. */
function aCertificate() {
  const folder = mkdtempSync(join(tmpdir(), "shopbell-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  execFileSync("openssl", ["req", ...kind, "-subj", "/CN=shop.example", "-keyout", key, "-out", cert], {
    stdio: "ignore",
  });
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
}
