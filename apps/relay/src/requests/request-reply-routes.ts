import { MessageId } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyReply } from "fastify";
import { openRequest } from "../conversations/request.ts";
import { type Fields, requireOwnForm } from "../http/page-forms.ts";
import { Refusal } from "../http/problems.ts";
import type { PeerContext } from "../realtime/peer-context.ts";
import { newId } from "../tokens.ts";
import { keptText, readText, textFault, tooFast } from "./form-fault.ts";
import type { ReplyForm } from "./request-page.ts";
import { type Caller, callerOf, type LinkRequest, type RequestRoutesOptions, show } from "./request-page-routes.ts";
import { askTranscript, mayHaveTranscript, TRANSCRIPT_DAY_MS, TRANSCRIPTS_A_DAY, transcriptDue } from "./transcript.ts";
import { readWhereto } from "./whereto.ts";

/** All that was typed on the page, whichever of its buttons was pressed. */
interface Typed {
  readonly id: MessageId;
  readonly text: string;
  readonly email: string;
}

/** What is sent from the page of a request. */
interface Posted {
  readonly request: LinkRequest;
  readonly reply: FastifyReply;
  readonly caller: Caller;
  readonly typed: Typed;
}

type Take = (options: RequestRoutesOptions, posted: Posted) => Promise<FastifyReply>;

/** Takes what is sent from the page of a request. Who sends something by a link that was mailed has shown that they read that address. */
export function requestReplyRoutes(options: RequestRoutesOptions): FastifyPluginAsync {
  return async (app) => {
    const post = (path: string, take: Take) =>
      app.post(path, async (request: LinkRequest, reply) => take(options, await readPosted(options, request, reply)));
    post("/:token", addMessage);
    post("/:token/address", leaveAddress);
    post("/:token/transcript", mailTranscript);
    post("/:token/close", close);
  };
}

/** @throws Refusal as `callerOf`, or `origin-refused` for the form of another site */
async function readPosted(options: RequestRoutesOptions, request: LinkRequest, reply: FastifyReply): Promise<Posted> {
  requireOwnForm(request, options.address.ownOrigins);
  return { request, reply, caller: await callerOf(options, request), typed: readTyped(request.body ?? {}) };
}

function readTyped({ id, text, email }: Fields): Typed {
  return { id: MessageId.safeParse(id).data ?? newMessageId(), text: readText(text), email: (email ?? "").trim() };
}

async function addMessage(options: RequestRoutesOptions, posted: Posted): Promise<FastifyReply> {
  const { caller, typed, request } = posted;
  const { party, conversation, tongue } = caller;
  const { id, text } = typed;
  const fault = textFault(text, tongue);
  if (fault !== undefined) return again(options, posted, 422, { text: fault });
  const pauseMs = messagePauseMs(options.context, party.id);
  if (pauseMs > 0) return again(options, posted, 429, { form: tooFast(tongue, pauseMs) });
  const { desk } = options.context;
  const sent = await desk.receive(party, { conversationId: conversation.id, id, text, channel: "form" });
  if (sent.kind === "accepted") {
    see(options, caller, request.body?.["seen"]);
    return done(options, { ...posted, typed: { ...typed, id: newMessageId(), text: "" } });
  }
  if (sent.reason === "storage-failed") return again(options, posted, 503, { form: tongue.t("notStored") });
  if (sent.reason !== "conflict") throw new Refusal(sent.reason);
  const anew = { ...posted, typed: { ...typed, id: newMessageId() } };
  return again(options, anew, 422, { form: tongue.t("sentOtherwise") });
}

/** The limits of a message in the widget, out of the same budgets. */
function messagePauseMs({ budgets, clock }: PeerContext, visitorId: string): number {
  const now = clock.steady();
  const rates = [budgets.visitorMessages.rateOf(visitorId), budgets.visitorBurst.rateOf(visitorId)];
  const pauseMs = Math.max(...rates.map((rate) => rate.waitMs(now)));
  if (pauseMs === 0) for (const rate of rates) rate.take(now);
  return pauseMs;
}

/** Who answers has read what the page showed. */
function see({ context }: RequestRoutesOptions, { party, conversation }: Caller, seen: string | undefined): void {
  const seq = Number(seen);
  if (Number.isSafeInteger(seq)) context.desk.see(party, conversation.id, seq, () => undefined);
}

async function leaveAddress(options: RequestRoutesOptions, posted: Posted): Promise<FastifyReply> {
  const { context } = options;
  const { caller, typed } = posted;
  const { party, conversation, tongue } = caller;
  const { email } = typed;
  const taken = { ...posted, typed: { ...typed, email: "" } };
  if (conversation.email !== null) return done(options, taken);
  const read = readWhereto({ email }, context.clock.now(), () => false);
  if (read.kind === "wrong") return again(options, posted, 422, { email: tongue.t("emailWrong") });
  const budgets = context.sharedLimits.of("requestsPerEmail", context.limits.requestsPerEmail);
  const { waitMs } = await budgets.spend(read.whereto.email ?? email);
  if (waitMs > 0) return again(options, posted, 429, { email: tooFast(tongue, waitMs) });
  const outcome = await context.desk.decide({ party, conversationId: conversation.id }, (ledger, now) =>
    openRequest(ledger, party, conversation.id, read.whereto, now),
  );
  if (outcome.kind !== "refused") return done(options, taken);
  if (outcome.reason === "storage-failed") return again(options, posted, 503, { email: tongue.t("notStored") });
  throw new Refusal(outcome.reason);
}

async function mailTranscript(options: RequestRoutesOptions, posted: Posted): Promise<FastifyReply> {
  const { context, requests } = options;
  const { party, conversation, tongue } = posted.caller;
  if (!mayHaveTranscript(posted.caller)) return done(options, posted);
  const refused = (status: number, transcript: string) => again(options, posted, status, { transcript });
  const now = context.clock.now();
  const due = transcriptDue(await requests.transcriptsSince(conversation.number, now - TRANSCRIPT_DAY_MS), now);
  if (due === "enough") return refused(429, tongue.t("transcriptsSent", { count: TRANSCRIPTS_A_DAY }));
  if (due === "due") {
    const outcome = await context.desk.decide({ party, conversationId: conversation.id }, (ledger, at) =>
      askTranscript(ledger, party, conversation.id, at),
    );
    if (outcome.kind === "refused" && outcome.reason === "storage-failed") return refused(503, tongue.t("notStored"));
    if (outcome.kind === "refused") throw new Refusal(outcome.reason);
  }
  return done(options, posted, "transcript");
}

async function close(options: RequestRoutesOptions, posted: Posted): Promise<FastifyReply> {
  const { party, conversation } = posted.caller;
  const outcome = await options.context.desk.change(party, conversation.id, "close");
  if (outcome.kind === "refused") throw new Refusal(outcome.reason);
  return done(options, posted);
}

/** It was not taken: the page again, with all that was typed. */
function again(options: RequestRoutesOptions, { reply, caller, typed }: Posted, status: number, faults: Faults) {
  return show(options, reply, caller, { status, form: formOf(typed, faults) });
}

/**
 * What was sent is stored: back to the page, so that loading it again sends nothing. Where something else was typed that is not
 * taken yet, it is the page itself, with that in it: loading it again asks for what is done already, and changes nothing.
 */
async function done(options: RequestRoutesOptions, posted: Posted, asked?: "transcript"): Promise<FastifyReply> {
  const { request, reply, caller, typed } = posted;
  const { conversation, mailedTo, path, query } = caller;
  if (mailedTo !== null) {
    await options.requests.verifyAddress(conversation.number, mailedTo, options.context.clock.now());
  }
  if (typed.text !== "" || typed.email !== "") {
    const now = await callerOf(options, request);
    return show(options, reply, now, { form: formOf(typed, {}), askedTranscript: asked === "transcript" });
  }
  const goal = asked === undefined ? query : `${query === "" ? "?" : `${query}&`}asked=${asked}#${asked}`;
  return reply.header("cache-control", "no-store").redirect(path + goal, 303);
}

type Faults = ReplyForm["faults"];

function formOf({ id, text, email }: Typed, faults: Faults): ReplyForm {
  return { id, text: keptText(text), email: keptText(email), faults };
}

function newMessageId(): MessageId {
  return MessageId.parse(newId());
}
