import type { FastifyPluginAsync, FastifyReply } from "fastify";
import * as z from "zod";
import type { Clock } from "../clock.ts";
import type { Doorkeeper } from "../http/doorkeeper.ts";
import { setHeaders } from "../http/headers.ts";
import { parse, Refusal } from "../http/problems.ts";
import { isImage, type StoredFile } from "./file.ts";
import type { FileLinks } from "./file-links.ts";
import type { FileStore } from "./file-store.ts";

export interface FileRoutesOptions {
  readonly store: FileStore;
  readonly links: FileLinks;
  readonly doorkeeper: Doorkeeper;
  readonly clock: Clock;
}

const Signed = z.object({ until: z.coerce.number().int(), by: z.string().max(100) });

/** Whatever is in a file, it is nobody's page: it runs nothing, loads nothing and is in nobody's frame. */
const FILE_HEADERS = {
  "content-security-policy": "sandbox; default-src 'none'",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "cache-control": "private, max-age=600",
};

/** Files of messages. What a message names is for agents; what is behind it, for whoever has a link that still works. */
export function fileRoutes({ store, links, doorkeeper, clock }: FileRoutesOptions): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Params: { id: string } }>("/v1/files/:id", async (request, reply) => {
      await doorkeeper.admit(request);
      const { id } = request.params;
      const name = await store.nameOf(id);
      if (name === undefined) throw new Refusal("not-found");
      return reply.header("cache-control", "no-store").redirect(links.linkTo(id, name, clock.now()), 302);
    });

    // The name is for who saves the file. As a parameter it would have to be short.
    app.get<{ Params: { id: string } }>("/files/:id/*", async (request, reply) => {
      const { id } = request.params;
      if (!links.opens(id, parse(Signed, request.query), clock.now())) throw new Refusal("not-found");
      const file = await store.find(id);
      if (file === undefined) throw new Refusal("not-found");
      return sendFile(reply, file);
    });
  };
}

function sendFile(reply: FastifyReply, { name, type, content }: StoredFile): FastifyReply {
  setHeaders(reply, FILE_HEADERS);
  reply.header("content-disposition", `${isImage(type) ? "inline" : "attachment"}; ${namedInHeader(name)}`);
  return reply.type(type === "text/plain" ? "text/plain; charset=utf-8" : type).send(Buffer.from(content));
}

/** RFC 6266, 5: for old browsers in ASCII, for all others as it is. */
function namedInHeader(name: string): string {
  const ascii = name.replace(/[^ -~]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
