import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import qrcode from "qrcode";
import type { Address } from "../address.ts";
import type { Conversation } from "../conversations/conversation.ts";
import type { FileLinks } from "../files/file-links.ts";
import { sendPage } from "../http/page.ts";
import type { Fields } from "../http/page-forms.ts";
import { Refusal } from "../http/problems.ts";
import type { PeerContext } from "../realtime/peer-context.ts";
import type { Site } from "../sites/site.ts";
import { newId } from "../tokens.ts";
import type { Links } from "./links.ts";
import { langQuery, tongueOf } from "./page-language.ts";
import { type Opened, openLink, pathOf } from "./private-link.ts";
import { type ReplyForm, requestPage } from "./request-page.ts";
import type { RequestStore } from "./request-store.ts";
import type { Tongue } from "./tongue.ts";
import { mayHaveTranscript } from "./transcript.ts";

export interface RequestRoutesOptions {
  readonly context: PeerContext;
  readonly requests: RequestStore;
  readonly links: Links;
  readonly address: Address;
  readonly fileLinks: FileLinks;
}

export type LinkRequest = FastifyRequest<{
  Params: { token: string; id?: string };
  Querystring: { before?: string; asked?: string };
  Body: Fields;
}>;

/** One who has a private link, as they ask for something. */
export interface Caller extends Opened {
  readonly site: Site;
  readonly tongue: Tongue;
  readonly query: string;
}

/** Shows a request to whoever has its private link. Looking changes nothing: mail scanners look at every link. */
export function requestPageRoutes(options: RequestRoutesOptions): FastifyPluginAsync {
  return async (app) => {
    app.get("/:token", async (request: LinkRequest, reply) => {
      const caller = await callerOf(options, request);
      const { before, asked } = request.query;
      return show(options, reply, caller, { before, askedTranscript: asked === "transcript" });
    });

    app.get("/:token/files/:id", async (request: LinkRequest, reply) => {
      const { conversation } = await callerOf(options, request);
      const { id = "" } = request.params;
      const name = await options.requests.fileName(conversation.number, id);
      if (name === undefined) throw new Refusal("not-found");
      const link = options.fileLinks.linkTo(id, name, options.context.clock.now());
      return reply.header("cache-control", "no-store").redirect(link, 302);
    });

    app.get("/:token/qr.svg", async (request: LinkRequest, reply) => {
      const { path } = await callerOf(options, request);
      const svg = await qrcode.toString(options.address.publicUrl + path, { type: "svg", margin: 2 });
      // The widget shows it on the shop's page.
      reply.header("cross-origin-resource-policy", "cross-origin").header("cache-control", "no-store");
      return reply.type("image/svg+xml").send(svg);
    });
  };
}

/** @throws Refusal `not-found` for whatever opens nothing */
export async function callerOf(
  { context, links, requests }: RequestRoutesOptions,
  request: LinkRequest,
): Promise<Caller> {
  const opened = await openLink(request.params.token, links, (number) => requests.numbered(number));
  if (opened === undefined) throw new Refusal("not-found");
  const { conversation } = opened;
  const site = await context.sites.find(conversation.site.key);
  if (site === undefined) throw new Refusal("not-found");
  const locale = await requests.localeOf(conversation.visitor.id);
  const tongue = tongueOf(request, context.clock.now(), { timeZone: site.hours?.timeZone, locale });
  return { ...opened, site, tongue, query: langQuery(request) };
}

interface Shown {
  readonly status?: number;
  readonly form?: ReplyForm;
  readonly before?: string | undefined;
  readonly askedTranscript?: boolean;
}

/** Answers with the page, with what was typed where it was not taken. */
export async function show(
  options: RequestRoutesOptions,
  reply: FastifyReply,
  caller: Caller,
  { status, form, before, askedTranscript = false }: Shown,
) {
  const { context, requests, links } = options;
  const { conversation, site, path, query, tongue } = caller;
  const upTo = /^\d{1,9}$/.test(before ?? "") ? Number(before) : conversation.lastSeq + 1;
  const { items: entries, more: older } = await context.conversations.pageBefore(conversation, upTo);
  const others = await othersOf(options, caller);
  const openings = await requests.openings([conversation, ...others].map(({ number }) => number));
  const { mails } = context.shop.stateOf(site.key);
  const page = requestPage({
    conversation,
    turned: await requests.turnedAt(conversation.number),
    opening: openings.get(conversation.number) ?? "",
    entries,
    older,
    newer: upTo <= conversation.lastSeq,
    others: others.map((other) => ({
      conversation: other,
      opening: openings.get(other.number) ?? "",
      path: pathOf(links, other, caller.mailedTo),
    })),
    path,
    query,
    color: site.look.color,
    mails,
    form: form ?? { id: newId(), text: "", email: "", faults: {} },
    transcript: mails && mayHaveTranscript(caller) ? (askedTranscript ? "asked" : "offered") : null,
    now: context.clock.now(),
    tongue,
    fileLink: (href) => `${path}/files/${href.slice(href.lastIndexOf("/") + 1)}`,
  });
  return sendPage(reply, page, status);
}

/**
 * The person's other requests. Who has the link that was shown to a visitor sees those of that visitor; who came by mail sees those that go to the same
 * address, and no chat of a visitor who may have typed somebody else's.
 */
async function othersOf(
  { requests }: RequestRoutesOptions,
  { conversation, mailedTo }: Caller,
): Promise<Conversation[]> {
  const { site, visitor, number } = conversation;
  const all =
    mailedTo === null
      ? await requests.ofVisitor(visitor.id)
      : await requests.withAddress(site.key, mailedTo, visitor.id);
  return all.filter((other) => other.number !== number);
}
