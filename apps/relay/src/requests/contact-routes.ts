import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Address } from "../address.ts";
import { callTimes, isCallTime } from "../availability/call-times.ts";
import { sendPage } from "../http/page.ts";
import { type Fields, requireOwnForm } from "../http/page-forms.ts";
import { Refusal } from "../http/problems.ts";
import type { PeerContext } from "../realtime/peer-context.ts";
import type { Site } from "../sites/site.ts";
import { newId } from "../tokens.ts";
import { type ContactForm, emptyForm, isAsked, readContact, TRAP, typedIn } from "./contact-form.ts";
import { contactPage } from "./contact-page.ts";
import { ContactStore } from "./contact-store.ts";
import { tooFast } from "./form-fault.ts";
import type { Links } from "./links.ts";
import { langQuery, localeOf, tongueOf } from "./page-language.ts";
import { asPages } from "./pages-routes.ts";
import type { RequestStore } from "./request-store.ts";
import type { Tongue } from "./tongue.ts";

export interface ContactRoutesOptions {
  readonly context: PeerContext;
  readonly requests: RequestStore;
  readonly links: Links;
  readonly address: Address;
}

type ContactRequest = FastifyRequest<{ Params: { siteKey: string }; Body: Fields | undefined }>;

/** One who looks at the contact page of a shop. */
interface Writer {
  readonly site: Site;
  readonly tongue: Tongue;
  readonly query: string;
}

/** A shop's contact page, for browsers without JavaScript. To be registered below /c. */
export function contactRoutes(options: ContactRoutesOptions): FastifyPluginAsync {
  const { context, requests, address } = options;
  const store = new ContactStore(context, requests);
  return async (app) => {
    asPages(app, context);

    app.get("/:siteKey", async (request: ContactRequest, reply) => {
      const writer = await writerOf(context, request);
      return show(context, reply, writer, emptyForm(newId()));
    });

    app.post("/:siteKey", async (request: ContactRequest, reply) => {
      requireOwnForm(request, address.ownOrigins);
      const writer = await writerOf(context, request);
      return take({ ...options, store }, request, writer, reply);
    });
  };
}

/** @throws Refusal `site-unknown` */
async function writerOf({ sites, clock }: PeerContext, request: ContactRequest): Promise<Writer> {
  const site = await sites.find(request.params.siteKey);
  if (site === undefined) throw new Refusal("site-unknown");
  const tongue = tongueOf(request, clock.now(), { timeZone: site.hours?.timeZone });
  return { site, tongue, query: langQuery(request) };
}

function show(context: PeerContext, reply: FastifyReply, writer: Writer, form: ContactForm, status = 200) {
  const { site } = writer;
  const state = context.shop.stateOf(site.key);
  const times = state.callsBack ? callTimes(site.hours, context.clock.now()) : [];
  return sendPage(reply, contactPage({ ...writer, state, times, form }), status);
}

/** Stores what was asked, or shows the form again with everything that was typed. */
async function take(
  { context, links, store }: ContactRoutesOptions & { store: ContactStore },
  request: ContactRequest,
  writer: Writer,
  reply: FastifyReply,
) {
  const { site, tongue, query } = writer;
  const fields = request.body ?? {};
  const form = typedIn(fields, newId());
  const again = (status: number, faults: ContactForm["faults"], nonce = form.nonce) =>
    show(context, reply, writer, { ...form, nonce, faults }, status);

  const now = context.clock.now();
  const { mails, callsBack } = context.shop.stateOf(site.key);
  const takesCalls = (at: number) => isCallTime(site.hours, now, at);
  const asked = readContact(fields, { mails, callsBack, takesCalls }, now, tongue);
  if (!isAsked(asked)) return again(422, asked);
  if (fields[TRAP]) return again(422, { form: tongue.t("trapped") });
  const { nonce } = form;
  const stored = await store.take({ siteKey: site.key, nonce, asked, locale: localeOf(request), from: request.ip });
  switch (stored.kind) {
    case "stored":
      return reply.header("cache-control", "no-store").redirect(links.requestPath(stored.conversation) + query, 303);
    case "too-fast":
      return again(429, { form: tooFast(tongue, stored.waitMs) });
    case "conflict":
      return again(422, { form: tongue.t("sentOtherwise") }, newId());
    case "not-stored":
      return again(503, { form: tongue.t("notStored") });
  }
}
