import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allPages } from "./all-pages.ts";
import { buildShop } from "./build-shop.ts";
import { html } from "./markup.ts";
import { picturePath, SHOES } from "./shoes.ts";

const PAGES = allPages();
const BELLS = new Map([
  ["/embedding/twice/", 2],
  ["/embedding/tag-manager/", 0], // its script makes the tag
]);
/** Served by the relay and not by the shop. */
const ELSEWHERE_IN_THE_RELAY = ["/console/", "/help/demo", "/widget.js"];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "storefront-"));
  await buildShop(folder);
});

afterAll(() => rm(folder, { recursive: true }));

test("every address on every page is a file of the shop, or the relay's", async () => {
  for (const page of PAGES) {
    const addresses = addressesIn(await built(page.path)).filter((address) => !address.startsWith("#"));

    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) await expect(exists(address), `${address} on ${page.path}`).resolves.toBe(true);
  }
});

test("every fragment in an address is an id on the page it leads to", async () => {
  const fragments = PAGES.flatMap((page) => addressesIn(page.html))
    .filter((address) => /^\/.*#/.test(address))
    .map((address) => address.split("#"));

  expect(fragments).not.toEqual([]);
  for (const [path = "", id = ""] of fragments) expect(await built(path)).toContain(`id="${id}"`);
});

test("every page carries the bell once, but for those that are about something else", () => {
  for (const page of PAGES) {
    const tags = page.html.match(/<script async src="\/widget\.js" data-site="demo"[^>]*>/g) ?? [];

    expect(tags, page.path).toHaveLength(BELLS.get(page.path) ?? 1);
  }
});

test("no page asks for anything from elsewhere", () => {
  for (const page of PAGES) {
    const asked = addressesIn(page.html).filter((address) => !/^[/#]/.test(address) || address.startsWith("//"));

    expect(asked, page.path).toEqual([]);
  }
});

test("every page says that it is a demo, and where to answer", () => {
  for (const page of PAGES)
    expect(page.html, page.path).toContain('<b>Demo shop.</b> Ring the bell; answer in the <a href="/console/">');
});

test("the page with a strict policy has no inline style, no inline script, and its nonce on every script", () => {
  const page = PAGES.find(({ path }) => path === "/embedding/strict-csp/");
  const scripts = page?.html.match(/<script[^>]*>/g) ?? [];

  expect(scripts).toHaveLength(2);
  for (const script of scripts) expect(script).toMatch(/ src="[^"]+".* nonce="demo"/);
  expect(page?.html).not.toMatch(/<style| style=| on[a-z]+=/);
});

test("no two pages share a path, a title or a description within the shop itself", () => {
  const shop = PAGES.filter(({ path }) => !path.startsWith("/app/"));

  for (const part of [/<title>(.*)<\/title>/, /name="description" content="(.*)"/]) {
    const said = shop.map((page) => part.exec(page.html)?.[1]);
    expect(new Set(said).size).toBe(shop.length);
  }
  expect(new Set(PAGES.map(({ path }) => path)).size).toBe(PAGES.length);
});

test("every shoe has a picture, for whoever shows what was ordered", async () => {
  for (const shoe of SHOES) {
    const picture = await readFile(join(folder, picturePath(shoe)), "utf8");

    expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>\n$/s);
    expect(picture).toContain("&amp;.sand"); // a bare & ends an XML file
    expect(picture).not.toMatch(/&(?!amp;|gt;|lt;|quot;)/);
  }
});

test("text is escaped when it enters a template, markup is not", () => {
  expect(html`<p title="${'"'}">${"<b> & c"} ${html`<i>${1}</i>`}</p>`.markup).toBe(
    '<p title="&quot;">&lt;b&gt; &amp; c <i>1</i></p>',
  );
});

function addressesIn(text: string): string[] {
  const shown = text.replaceAll(/<pre.*?<\/pre>/gs, "");
  return Array.from(shown.matchAll(/<[^>]* (?:href|src|action)="([^"]*)"/g), ([, address = ""]) => address);
}

function built(path: string): Promise<string> {
  return readFile(join(folder, path, "index.html"), "utf8");
}

/** A folder is asked for with its slash, as the relay serves it. */
async function exists(address: string): Promise<boolean> {
  const [path = ""] = address.split("#");
  if (ELSEWHERE_IN_THE_RELAY.includes(path)) return true;
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  return access(file).then(
    () => true,
    () => false,
  );
}
