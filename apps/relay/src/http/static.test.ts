import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startRelay, type TestRelay } from "../testing/index.ts";

const FILES = {
  "widget/widget.js": "loader",
  "widget/widget/app-a1b2c3d4.js": "panel",
  "console/index.html": "<!doctype html>console",
  "console/assets/index-a1b2c3d4.js": "console code",
  "storefront/index.html": "<!doctype html>Lisboa Shoes",
  "storefront/cart/index.html": "<!doctype html>cart",
};

let root: string;
let demo: TestRelay;
let installed: TestRelay;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "shopbell-built-"));
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  write("widget/widget.js.br", brotliCompressSync("loader, compressed"));
  const folders = { widget: `${root}/widget`, console: `${root}/console`, storefront: `${root}/storefront` };
  demo = await startRelay({ folders });
  installed = await startRelay({ folders, env: { PUBLIC_URL: "https://chat.example.com" } });
});
afterAll(async () => {
  await Promise.all([demo.stop(), installed.stop()]);
  rmSync(root, { recursive: true });
});

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function get(path: string, headers = {}, relay = demo) {
  return relay.app.inject({ url: path, headers });
}

test("the loader may be used on every page, and is asked for again soon", async () => {
  const response = await get("/widget.js");

  expect(response.body).toBe("loader");
  expect(response.headers).toMatchObject({
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*",
    "cache-control": expect.stringContaining("max-age=300"),
    "content-type": expect.stringContaining("javascript"),
    etag: expect.any(String),
    "x-content-type-options": "nosniff",
  });
});

test("a file that was built compressed is sent compressed to whom that suits", async () => {
  expect((await get("/widget.js", { "accept-encoding": "br" })).headers["content-encoding"]).toBe("br");
  expect((await get("/widget.js")).headers["content-encoding"]).toBeUndefined();
});

test("files with a hash in their name never change", async () => {
  for (const path of ["/widget/app-a1b2c3d4.js", "/console/assets/index-a1b2c3d4.js"]) {
    expect((await get(path)).headers["cache-control"]).toContain("immutable");
  }
});

test("every address of the console is its one page, under its strict policy", async () => {
  for (const path of ["/console/", "/console/set-up", "/console/inbox/0001"]) {
    const response = await get(path);
    expect(response.body).toBe(FILES["console/index.html"]);
    expect(response.headers["cache-control"]).toBe("no-cache");
    expect(response.headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'.*require-trusted-types-for 'script'$/,
    );
    expect(response.headers["content-security-policy"]).not.toContain("unsafe");
    expect(response.headers["cross-origin-resource-policy"]).toBe("same-origin");
  }
});

test("the console's sockets are allowed by its policy", async () => {
  const { headers } = await get("/console/", {}, installed);

  expect(headers["content-security-policy"]).toContain("connect-src 'self' wss://chat.example.com");
});

test.each(["/console/assets/gone.js", "/widget/gone.js", "/gone", "/v1/gone", "/widget/..%2f..%2fetc/passwd"])(
  "%s is not there, and says so as a problem",
  async (path) => {
    const response = await get(path);

    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code: "not-found" });
  },
);

test("in demo mode the shop is at the front", async () => {
  expect((await get("/")).body).toBe(FILES["storefront/index.html"]);
  expect((await get("/cart/")).body).toBe(FILES["storefront/cart/index.html"]);
  expect((await get("/cart")).headers.location).toMatch(/\/cart\/$/);
});

test("with a public address the front leads to the console, and there is no shop", async () => {
  expect((await get("/", {}, installed)).headers.location).toBe("/console/");
  expect((await get("/cart/", {}, installed)).statusCode).toBe(404);
});
