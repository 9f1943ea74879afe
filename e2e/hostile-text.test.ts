import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Agent, Visitor } from "./people.ts";
import { shopPage } from "./shop-server.ts";
import { PASSWORD, World } from "./world.ts";

// What runs when it runs: each in every frame below, so that it breaks out of whatever surrounds it.
const VECTORS = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<svg onload=alert(1)>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
  "<details open ontoggle=alert(1)>",
  "<a href=javascript:alert(1)>x</a>",
  "<style>@import 'javascript:alert(1)'</style>",
  "<form><button formaction=javascript:alert(1)>x",
  "<math><mtext></mtext><mglyph><svg><mtext><style><img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  'https://shop.example/"onmouseover=alert(1)//',
  "{{constructor.constructor('alert(1)')()}}",
  "$" + "{alert(1)}",
];
const FRAMES = [
  "V",
  '"V',
  "'V",
  '">V',
  "'>V",
  "</textarea>V",
  "</title>V",
  "</script>V",
  "]]>V",
  "`V`",
  "\\u003cV",
  "&lt;V",
  "\u202eV",
  "<!--V-->",
  "V\u2028V",
];
const PAYLOADS = FRAMES.flatMap((frame) => VECTORS.map((vector) => frame.replaceAll("V", () => vector)));

/** Payloads in as few messages as they fit into, because a visitor may not say everything at once. */
function messages(): string[] {
  const full: string[] = [];
  for (const payload of PAYLOADS) {
    const last = full.at(-1);
    if (last !== undefined && last.length + payload.length < MAX_TEXT_LENGTH)
      full[full.length - 1] = `${last}\n${payload}`;
    else full.push(payload);
  }
  return full;
}

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world?.close());

test("200 payloads in every field that a visitor or an agent fills are text wherever they are shown", async () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
  const name = '"><img src=x onerror=alert(1)>';
  world.relay.shopbell(
    ["user", "create", "--email", "eve@shop.example", "--name", name, "--role", "agent", "--password-stdin"],
    PASSWORD,
  );
  const snippet = world.relay.shopbell(["site", "create", "--name", name, "--origin", world.shop.origin]);
  const title = `<title></title><script>document.title=${JSON.stringify(PAYLOADS[0])}</script>`;
  const tag = /<script[^>]*><\/script>/.exec(snippet)?.[0] ?? "";
  const address = world.shop.page("/?%22%3E%3Csvg/onload=alert(1)%3E", { html: shopPage(tag, { head: title }) });
  const eve = await Agent.enter(
    world.browser,
    world.relay.url,
    await Agent.signIn(world.browser, world.relay.url, "eve@shop.example", PASSWORD),
  );
  const visitor = await Visitor.enter(world.browser, address);
  const reports: string[] = [];
  for (const { page } of [eve, visitor]) {
    page.on("console", (message) => message.text().includes("Content Security Policy") && reports.push(message.text()));
  }
  await visitor.ring();

  const said = messages();
  for (const [index, text] of said.entries()) {
    await visitor.composer.fill(`${text}\nend ${index}`);
    await visitor.composer.press("Enter");
    await visitor.log.getByText(`end ${index}`).waitFor();
  }
  await visitor.sign(/^Sent/);
  const pane = await eve.opens(`end ${said.length - 1}`);
  await pane.getByRole("textbox").fill(`${said[0]}\nanswer end`);
  await pane.getByRole("textbox").press("Enter");
  await visitor.log.getByText("answer end").waitFor();

  for (const [index, payload] of PAYLOADS.entries()) {
    const line = payload.split("\u2028")[0] ?? "";
    expect(await pane.getByRole("log").textContent(), `payload ${index}`).toContain(line.trim());
  }
  expect([...eve.complaints, ...visitor.complaints, ...reports]).toEqual([]);
  for (const log of [pane.getByRole("log"), visitor.log]) {
    expect(await log.locator("script, iframe, form, img[src='x'], a:not([href^='http'])").count()).toBe(0);
  }
  await eve.leave();
  await visitor.leave();
});
