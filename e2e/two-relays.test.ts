import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PostgresServer } from "../apps/relay/src/testing/postgres-server.ts";
import { RedisServer } from "../apps/relay/src/testing/redis-server.ts";
import { freePort } from "../apps/relay/src/testing/server-process.ts";
import { openBrowser } from "../scripts/chromium.ts";
import { Agent, Visitor } from "./people.ts";
import { RelayProcess } from "./relay-process.ts";
import { ShopServer, shopPage } from "./shop-server.ts";
import { PASSWORD } from "./world.ts";

const METRICS_TOKEN = "counted by this test";
const EMAIL = "ana@lisboashoes.example";
/** What the console's pages ask for; the shop's pages ask for everything else. */
const OF_THE_CONSOLE = /^[A-Z]+ \/(console|v1\/agent)/;

interface Stage {
  readonly browser: Browser;
  readonly shop: ShopServer;
  readonly url: string;
  /** Where each relay itself is. */
  readonly relays: { readonly shops: string; readonly consoles: string };
  /** Ends with everything that was started. */
  close(): Promise<void>;
}

let stage: Stage;
beforeAll(async () => {
  stage = await open();
});
afterAll(() => stage?.close());

/** One public address before two relays. A browser asks for pages of one side only on a connection, so its first request tells whose it is. */
async function openBalancer(shopsRelay: number, consolesRelay: number): Promise<{ port: number; server: Server }> {
  const server = createServer((near) => {
    near.on("error", () => near.destroy());
    near.once("data", (first) => {
      const far = connect(OF_THE_CONSOLE.test(first.toString()) ? consolesRelay : shopsRelay, "127.0.0.1");
      join(near, far);
      far.write(first);
    });
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return { port, server };
}

function join(near: Socket, far: Socket): void {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on("data", (chunk) => to.write(chunk));
    from.on("error", () => from.destroy());
    from.on("close", () => to.destroy());
  }
}

async function open(): Promise<Stage> {
  const [browser, shop, postgres, redis] = await Promise.all([
    openBrowser(),
    ShopServer.open(),
    PostgresServer.start(),
    RedisServer.start(),
  ]);
  const [shopsPort, consolesPort] = await Promise.all([freePort(), freePort()]);
  const balancer = await openBalancer(shopsPort, consolesPort);
  const publicUrl = `http://127.0.0.1:${balancer.port}`;
  const env = { DATABASE_URL: await postgres.createDatabase(), REDIS_URL: redis.url, METRICS_TOKEN };
  const shops = new RelayProcess({ port: shopsPort, publicUrl, env });
  const consoles = new RelayProcess({ port: consolesPort, publicUrl, env });
  const created = shops.shopbell(["site", "create", "--name", "Lisboa Shoes", "--origin", shop.origin]);
  shops.shopbell(
    ["user", "create", "--email", EMAIL, "--name", "Ana", "--role", "owner", "--password-stdin"],
    PASSWORD,
  );
  shop.page("/", { html: shopPage(/<script[^>]*><\/script>/.exec(created)?.[0] ?? "") });
  await Promise.all([shops.start(), consoles.start()]);
  return {
    browser,
    shop,
    url: publicUrl,
    relays: { shops: `http://127.0.0.1:${shopsPort}`, consoles: `http://127.0.0.1:${consolesPort}` },
    async close() {
      await browser.close();
      balancer.server.close();
      await Promise.all([shops.stop(), consoles.stop(), shop.close()]);
      await Promise.all([postgres.stop(), redis.stop()]);
    },
  };
}

/** Sockets that a relay has open. */
async function socketsOf(relay: string): Promise<{ visitors: number; agents: number }> {
  const answer = await fetch(`${relay}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  const text = await answer.text();
  const count = (kind: string) =>
    Number(new RegExp(`shopbell_connections\\{kind="${kind}",over="socket"\\} (\\d+)`).exec(text)?.[1]);
  return { visitors: count("visitor"), agents: count("agent") };
}

test("[C1] a visitor on one relay rings, an agent on another answers; both see typing, sent and seen", async () => {
  const { browser, url, shop, relays } = stage;
  const ana = await Agent.enter(browser, url, await Agent.signIn(browser, url, EMAIL, PASSWORD));
  const visitor = await Visitor.enter(browser, shop.origin);

  await visitor.ring();
  await visitor.says("Does the Alfama run small?");
  await visitor.sign(/^Sent/);
  const pane = await ana.opens("Does the Alfama run small?");
  await visitor.sign(/^Seen/);
  expect(await socketsOf(relays.shops)).toEqual({ visitors: 1, agents: 0 });
  expect(await socketsOf(relays.consoles)).toEqual({ visitors: 0, agents: 1 });

  await pane.getByRole("textbox").pressSequentially("Half a");
  await visitor.panel.getByRole("img", { name: /typing/i }).waitFor();
  await ana.answers(pane, "Half a size. Take the 43.");
  await visitor.sees("Half a size. Take the 43.");
  await visitor.log.getByText(/^Ana joined at/).waitFor();
  await pane.getByText(/^Seen/).waitFor();

  await visitor.types("Than");
  await pane.getByText(/is typing/).waitFor();
  await Promise.all([visitor.leave(), ana.leave()]);
  expect([...visitor.complaints, ...ana.complaints]).toEqual([]);
});
