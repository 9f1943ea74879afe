import { existsSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync } from "fastify";
import { consoleHeaders, setHeaders, WIDGET_HEADERS } from "./headers.ts";
import { Refusal } from "./problems.ts";

/** Where the built front ends lie. One that was not built is not served. */
export interface Folders {
  readonly widget: string;
  readonly console: string;
  readonly storefront: string;
}

export interface StaticOptions {
  readonly folders: Folders;
  readonly demo: boolean;
  readonly publicUrl: () => string;
}

const UNCHANGING = "public, max-age=31536000, immutable";
/** Long enough to matter on a page with many visitors, short enough that an upgrade reaches every shop the same hour. */
const LOADER = "public, max-age=300, stale-while-revalidate=3600";
const ALWAYS_ASK = "no-cache";
/** Where Vite puts what has a hash in its name. */
const HASHED = `${sep}assets${sep}`;

/** Serves the built files, compressed where the build left them compressed. */
export function staticRoutes({ folders, demo, publicUrl }: StaticOptions): FastifyPluginAsync {
  return async (app) => {
    if (existsSync(folders.widget)) await app.register(widgetFiles(folders.widget));
    if (existsSync(folders.console))
      await app.register(consoleFiles(folders.console, publicUrl), { prefix: "/console" });
    if (!demo) app.get("/", async (_request, reply) => reply.redirect("/console/"));
    else if (existsSync(folders.storefront)) await app.register(shopFiles(folders.storefront));
  };
}

/** `widget.js` keeps its name for ever, because shops have pasted it; everything that it loads has a hash in its name. */
function widgetFiles(root: string): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, {
      ...SERVING,
      root: join(root, "widget"),
      prefix: "/widget/",
      index: false,
      setHeaders: (reply, path) => {
        setHeaders(reply, WIDGET_HEADERS);
        reply.header("cache-control", dirname(path) === root ? LOADER : UNCHANGING);
      },
    });
    app.get("/widget.js", async (_request, reply) => reply.sendFile("widget.js", root));
  };
}

function consoleFiles(root: string, publicUrl: () => string): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, {
      ...SERVING,
      root,
      setHeaders: (reply, path) => {
        setHeaders(reply, consoleHeaders(publicUrl()));
        reply.header("cache-control", path.includes(HASHED) ? UNCHANGING : ALWAYS_ASK);
      },
    });
    // Its own addresses, like /console/set-up, are all the same page; a file that is missing is missing.
    app.setNotFoundHandler((request, reply) => {
      const isFile = /\.\w+$/.test(new URL(request.url, publicUrl()).pathname);
      if (isFile || request.method !== "GET") throw new Refusal("not-found");
      return reply.sendFile("index.html");
    });
  };
}

function shopFiles(root: string): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, {
      ...SERVING,
      root,
      redirect: true,
      setHeaders: (reply) => reply.header("cache-control", ALWAYS_ASK),
    });
  };
}

const SERVING = { preCompressed: true, cacheControl: false, dotfiles: "ignore" } as const;
