import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { programPath } from "../apps/relay/src/testing/program.ts";
import { freePort, ServerProcess } from "../apps/relay/src/testing/server-process.ts";
import { openBrowser } from "../scripts/chromium.ts";
import { openHelpCentre } from "./help-shop.ts";
import { RelayProcess } from "./relay-process.ts";

/** What an example has to be told. */
interface Surroundings {
  readonly port: number;
  readonly relay: string;
  readonly siteKey: string;
  readonly folder: string;
}

/** Starts the real program on the example, without TLS. */
type StartProxy = (surroundings: Surroundings) => Promise<ServerProcess>;

/** Not every system has Caddy among its packages. */
function hasCaddy(): boolean {
  try {
    return programPath("caddy", "caddy") !== "";
  } catch (error) {
    if (process.env["CI"]) throw error;
    return false;
  }
}

async function startCaddy({ port, relay, siteKey, folder }: Surroundings): Promise<ServerProcess> {
  const path = join(folder, "Caddyfile");
  const site = readFileSync("docs/examples/help.Caddyfile", "utf8")
    .replace("help.shop.example {", `http://127.0.0.1:${port} {`)
    .replace("10.0.0.11:4000", relay)
    .replace("/help/SITE-KEY", `/help/${siteKey}`);
  writeFileSync(path, `{\n\tadmin off\n\tstorage file_system ${folder}\n}\n${site}`);
  const args = ["run", "--adapter", "caddyfile", "--config", path];
  return started({ path: programPath("caddy", "caddy"), args, readyWhen: /serving initial configuration/ });
}

async function startNginx({ port, relay, siteKey, folder }: Surroundings): Promise<ServerProcess> {
  const path = join(folder, "nginx.conf");
  const settled = readFileSync("docs/examples/help-nginx.conf", "utf8")
    .replace("listen 443 ssl", `listen 127.0.0.1:${port}`)
    .replace(/ssl_certificate.*\n/g, "\n")
    .replace("10.0.0.11:4000", relay)
    .replace("/help/SITE-KEY/", `/help/${siteKey}/`);
  writeFileSync(path, settled);
  const global = `daemon off; pid ${folder}/pid; error_log stderr notice;`;
  const args = ["-p", folder, "-c", path, "-e", "stderr", "-g", global];
  return started({ path: programPath("nginx", "nginx-light"), args, readyWhen: /start worker process/ });
}

async function started(program: ConstructorParameters<typeof ServerProcess>[0]): Promise<ServerProcess> {
  const server = new ServerProcess(program);
  await server.start();
  return server;
}

const PROXIES: [string, StartProxy][] = [["nginx", startNginx]];
if (hasCaddy()) PROXIES.push(["Caddy", startCaddy]);

describe.each(PROXIES)("the help centre at an address of the shop's own, by %s", (_, startProxy) => {
  let browser: Browser;
  let relay: RelayProcess;
  let proxy: ServerProcess;
  let address: string;
  const folder = mkdtempSync(join(tmpdir(), "shopbell-help-"));

  beforeAll(async () => {
    const [at, port] = await Promise.all([freePort(), freePort()]);
    browser = await openBrowser();
    address = `http://127.0.0.1:${port}`;
    relay = new RelayProcess({ port: at, publicUrl: `http://127.0.0.1:${at}`, env: { TRUST_PROXY: "127.0.0.1" } });
    const created = relay.shopbell(["site", "create", "--name", "Lisboa Shoes", "--origin", "https://shop.example"]);
    const siteKey = /data-site="([^"]+)"/.exec(created)?.[1] ?? "";
    openHelpCentre(relay.folder, siteKey, address);
    await relay.start();
    proxy = await startProxy({ port, relay: `127.0.0.1:${at}`, siteKey, folder });
  });
  afterAll(async () => {
    await browser.close();
    await proxy.stop("SIGTERM");
    await relay.stop();
    rmSync(folder, { recursive: true });
  });

  test("is found, read and voted on there, with the bell on it and nothing that its policy forbids", async () => {
    const page = await browser.newPage({ locale: "en-GB" });
    const complaints: string[] = [];
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    onTestFinished(() => page.close());

    await page.goto(address);
    await page.getByRole("link", { name: "Can I exchange a worn pair?" }).click();
    await page.getByRole("button", { name: "Yes" }).click();
    await page.getByText("Thank you. That helps the next person.").waitFor();
    await page.getByRole("button", { name: /^Chat with / }).click();
    await page.getByRole("dialog").getByRole("textbox").waitFor();

    expect(page.url()).toBe(`${address}/en/a/can-i-exchange-a-worn-pair?voted=yes#useful`);
    const canonical = page.locator('link[rel="canonical"]');
    expect(await canonical.getAttribute("href")).toBe(`${address}/en/a/can-i-exchange-a-worn-pair`);
    expect(await page.locator("body").evaluate((body) => getComputedStyle(body).margin)).toBe("0px");
    expect(complaints).toEqual([]);
  });

  test("finds orders there", async () => {
    const page = await browser.newPage({ locale: "en-GB" });
    onTestFinished(() => page.close());
    await page.goto(`${address}/en/order?number=LS-20871`);
    await page.getByLabel("E-mail address").fill("mihai@mail.example");
    await page.getByRole("button", { name: "Show me" }).click();

    await page.getByRole("heading", { name: /^On its way/ }).waitFor();
  });

  test("tells search engines of every page there", async () => {
    expect(await (await fetch(`${address}/robots.txt`)).text()).toContain(`Sitemap: ${address}/sitemap.xml`);
    const places = [...(await (await fetch(`${address}/sitemap.xml`)).text()).matchAll(/<loc>([^<]*)<\/loc>/g)];

    expect(places.length).toBeGreaterThan(5);
    for (const [, place = ""] of places) expect([place, (await fetch(place)).status]).toEqual([place, 200]);
  });

  test("is all that is there", async () => {
    for (const path of ["/console/", "/v1/agent/me", "/../../console/", "/metrics"])
      expect((await fetch(address + path)).status).toBe(404);
  });
});
