import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startRelay, type TestRelay } from "../testing/index.ts";
import { HELP_STYLE, PAGE_STYLE } from "./page-style.ts";

let relay: TestRelay;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

function get(url: string) {
  return relay.app.inject({ url });
}

/** The tokens of a style sheet, by name. */
function tokensOf(path: string): Map<string, string> {
  const css = readFileSync(new URL(path, import.meta.url), "utf8").replace(/\/\*.*?\*\//gs, "");
  const tokens = [...css.matchAll(/(--sb-[\w-]+):\s*([^;]+);/g)];
  return new Map(tokens.map(([, name = "", value = ""]) => [name, value.replace(/\s+/g, " ").trim()]));
}

test("the tokens of the relay's pages are the design's", () => {
  const design = tokensOf("../../../../packages/widget/src/tokens.css");
  const ours = tokensOf("page-tokens.css");

  expect(ours.size).toBeGreaterThan(10);
  for (const [name, value] of ours) expect([name, design.get(name)]).toEqual([name, value]);
});

test("every token that the pages use is there", () => {
  const known = tokensOf("page-tokens.css");
  const used = [PAGE_STYLE, HELP_STYLE].flatMap(({ css }) => [...css.matchAll(/var\((--sb-[\w-]+)\)/g)]);

  expect(new Set(used.map(([, name = ""]) => name).filter((name) => !known.has(name)))).toEqual(
    new Set(["--sb-accent"]),
  );
});

test("a page's style sheet has the shop's colour, and may be kept for ever", async () => {
  const page = await get("/c/demo");
  const [, href = ""] = /<link rel="stylesheet" href="([^"]+)">/.exec(page.body) ?? [];
  const style = await get(href.replaceAll("&amp;", "&"));

  expect(style.headers).toMatchObject({
    "content-type": "text/css; charset=utf-8",
    "cache-control": expect.stringContaining("immutable"),
  });
  expect(style.body).toContain(":root { --sb-accent: #1d4f9f; }");
});

test("a style sheet of another version is served, and not kept", async () => {
  expect((await get("/page.css?v=older")).headers["cache-control"]).toBe("no-cache");
});

test.each(["red;}body{display:none", "1d4f9f1", "%0a", ""])("%j is no colour", async (accent) => {
  const { body } = await get(`/page.css?accent=${encodeURIComponent(accent)}`);

  expect(body).toContain(":root { --sb-accent: #1d4f9f; }");
});

test("a page's icon is the bell in the shop's colour, which a help centre elsewhere may show", async () => {
  const icon = await get("/page-icon.svg?accent=aa3300");

  expect(icon.headers).toMatchObject({
    "content-type": "image/svg+xml",
    "cross-origin-resource-policy": "cross-origin",
  });
  expect(icon.body).toContain('fill="#aa3300"');
  expect((await get('/page-icon.svg?accent="><script>')).body).toContain('fill="#1d4f9f"');
});
