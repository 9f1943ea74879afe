import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Address } from "../address.ts";
import { callTimes, isCallTime } from "../availability/call-times.ts";
import { networkOf } from "../http/network.ts";
import { sendPage } from "../http/page.ts";
import { type Fields, requireOwnForm } from "../http/page-forms.ts";
import { Refusal } from "../http/problems.ts";
import type { PeerContext } from "../realtime/peer-context.ts";
import { searchIdIn } from "../searches/search-id.ts";
import type { SearchStore } from "../searches/search-store.ts";
import type { Site } from "../sites/site.ts";
import { newId } from "../tokens.ts";
import { elsewhere } from "./contact-elsewhere.ts";
import { type ContactForm, emptyForm, isAsked, readContact, TRAP, typedIn } from "./contact-form.ts";
import { contactPage } from "./contact-page.ts";
import { ContactStore } from "./contact-store.ts";
import { keptText, readText, tooFast } from "./form-fault.ts";
import type { Links } from "./links.ts";
import { langQuery, localeOf, tongueOf } from "./page-language.ts";
import { asPages } from "./pages-routes.ts";
import type { RequestStore } from "./request-store.ts";
import type { Tongue } from "./tongue.ts";

export interface ContactRoutesOptions {
  readonly context: PeerContext;
  readonly requests: RequestStore;
  readonly searches: SearchStore;
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
  const { context, requests, searches, address } = options;
  const store = new ContactStore(context, requests, searches);
  return async (app) => {
    asPages(app, context, "address");

    app.get("/:siteKey", async (request: ContactRequest, reply) => {
      const writer = await writerOf(context, request);
      const { s } = request.query as { s?: unknown };
      return show(options, reply, writer, emptyForm(newId(), typedBefore(request), searchIdIn(s)));
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

/** What a visitor typed before they came here, as into a search. */
function typedBefore({ query }: ContactRequest): string {
  const { text } = query as { text?: unknown };
  return typeof text === "string" ? keptText(readText(text)).slice(0, MAX_TEXT_LENGTH).toWellFormed() : "";
}

function show(
  { context, address }: Pick<ContactRoutesOptions, "context" | "address">,
  reply: FastifyReply,
  writer: Writer,
  form: ContactForm,
  status = 200,
) {
  const { site, tongue } = writer;
  const { publicUrl } = address;
  const state = context.shop.stateOf(site.key);
  const now = context.clock.now();
  const times = state.callsBack ? callTimes(site.hours, now) : [];
  const beside = elsewhere({ site, publicUrl, locale: tongue.locale, text: form.typed.text, now });
  return sendPage(reply, contactPage({ ...writer, state, times, form, elsewhere: beside }), status);
}

/** Stores what was asked, or shows the form again with everything that was typed. */
async function take(
  { context, address, links, store }: ContactRoutesOptions & { store: ContactStore },
  request: ContactRequest,
  writer: Writer,
  reply: FastifyReply,
) {
  const { site, tongue, query } = writer;
  const fields = request.body ?? {};
  const form = typedIn(fields, newId());
  const again = (status: number, faults: ContactForm["faults"], nonce = form.nonce) =>
    show({ context, address }, reply, writer, { ...form, nonce, faults }, status);

  const now = context.clock.now();
  const { mails, callsBack } = context.shop.stateOf(site.key);
  const takesCalls = (at: number) => isCallTime(site.hours, now, at);
  const asked = readContact(fields, { mails, callsBack, takesCalls }, now, tongue);
  if (!isAsked(asked)) return again(422, asked);
  if (fields[TRAP]) return again(422, { form: tongue.t("trapped") });
  const { nonce, search } = form;
  const stored = await store.take({
    siteKey: site.key,
    nonce,
    search,
    asked,
    locale: localeOf(request),
    from: networkOf(request.ip),
  });
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
