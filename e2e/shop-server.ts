import { createServer, type Server } from "node:http";
import { freePort } from "../apps/relay/src/testing/server-process.ts";

/** One page of a shop: its HTML, and the policy that it is sent with. */
export interface ShopPage {
  html: string;
  csp?: string;
}

/** Somebody else's shop, on an origin of its own. */
export class ShopServer {
  readonly origin: string;
  private readonly pages = new Map<string, ShopPage>();
  private readonly server: Server;

  private constructor(port: number) {
    this.origin = `http://127.0.0.1:${port}`;
    this.server = createServer((request, response) => {
      const page = this.pages.get(request.url ?? "/");
      const headers = {
        "content-type": "text/html; charset=utf-8",
        ...(page?.csp && { "content-security-policy": page.csp }),
      };
      response.writeHead(page ? 200 : 404, headers).end(page?.html ?? "");
    });
  }

  static async open(): Promise<ShopServer> {
    const port = await freePort();
    const shop = new ShopServer(port);
    await new Promise<void>((resolve) => shop.server.listen(port, "127.0.0.1", resolve));
    return shop;
  }

  /** Serves a page and returns its address. */
  page(path: string, page: ShopPage): string {
    this.pages.set(path, page);
    return this.origin + path;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** An ordinary shop page around a snippet. */
export function shopPage(snippet: string, more: { head?: string; body?: string; attributes?: string } = {}): string {
  return `<!doctype html><html lang="en" ${more.attributes ?? ""}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Alfama low, chalk</title>${more.head ?? ""}</head>
<body><h1>Alfama low</h1><p>Chalk leather, €129.</p><button id="buy">Add to bag</button>${more.body ?? ""}${snippet}</body></html>`;
}
