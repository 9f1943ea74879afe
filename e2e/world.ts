import type { Browser } from "playwright-core";
import { freePort } from "../apps/relay/src/testing/server-process.ts";
import { openBrowser } from "../scripts/chromium.ts";
import { Network } from "./network.ts";
import { Agent, type SignedIn, Visitor } from "./people.ts";
import { RelayProcess } from "./relay-process.ts";
import { ShopServer, shopPage } from "./shop-server.ts";

export const PASSWORD = "olive tram seventeen lantern";

/**
 * A shop on its own origin, a relay as it is installed for real, the network between them in the test's hand, and people
 * with browsers. One per test file.
 */
export class World {
  readonly browser: Browser;
  readonly relay: RelayProcess;
  readonly network: Network;
  readonly shop: ShopServer;
  readonly snippet: string;
  readonly siteKey: string;
  private readonly signedIn = new Map<string, SignedIn>();
  private people: (Visitor | Agent)[] = [];

  private constructor(parts: Pick<World, "browser" | "relay" | "network" | "shop" | "snippet">) {
    this.browser = parts.browser;
    this.relay = parts.relay;
    this.network = parts.network;
    this.shop = parts.shop;
    this.snippet = parts.snippet;
    this.siteKey = /data-site="([^"]+)"/.exec(parts.snippet)?.[1] ?? "";
  }

  /** @param env settings of the relay beside those that a test needs */
  static async open(env: NodeJS.ProcessEnv = {}): Promise<World> {
    const [browser, port, shop] = await Promise.all([openBrowser(), freePort(), ShopServer.open()]);
    const network = await Network.to(port);
    const relay = new RelayProcess({ port, publicUrl: `http://127.0.0.1:${network.port}`, env });
    const created = relay.shopbell(["site", "create", "--name", "Lisboa Shoes", "--origin", shop.origin]);
    const snippet = /<script[^>]*><\/script>/.exec(created)?.[0] ?? "";
    for (const [name, role] of [
      ["Ana", "owner"],
      ["João", "agent"],
    ] as const) {
      const email = emailOf(name);
      relay.shopbell(
        ["user", "create", "--email", email, "--name", name, "--role", role, "--password-stdin"],
        PASSWORD,
      );
    }
    await relay.start();
    shop.page("/", { html: shopPage(snippet) });
    return new World({ browser, relay, network, shop, snippet });
  }

  /** A new visitor with a browser of their own, on the shop's front page. */
  async visitor(path = "/"): Promise<Visitor> {
    const visitor = await Visitor.enter(this.browser, this.shop.origin + path);
    this.people.push(visitor);
    return visitor;
  }

  /** An agent who is signed in, with the inbox open. */
  async agent(name: "Ana" | "João" = "Ana"): Promise<Agent> {
    // Once per agent: the door lets an address try five times in five minutes.
    const signedIn =
      this.signedIn.get(name) ?? (await Agent.signIn(this.browser, this.relay.url, emailOf(name), PASSWORD));
    this.signedIn.set(name, signedIn);
    const agent = await Agent.enter(this.browser, this.relay.url, signedIn);
    this.people.push(agent);
    return agent;
  }

  /** Everybody goes home: for the end of a test. What browsers complained about fails it. */
  async everybodyLeaves(): Promise<string[]> {
    const people = this.people;
    this.people = [];
    await Promise.all(people.map((person) => person.leave()));
    return people.flatMap((person) => person.complaints);
  }

  async close(): Promise<void> {
    await this.everybodyLeaves();
    await this.browser.close();
    await this.network.close();
    await this.relay.stop();
    await this.shop.close();
  }
}

function emailOf(name: string): string {
  return `${name === "João" ? "joao" : name.toLowerCase()}@lisboashoes.example`;
}
