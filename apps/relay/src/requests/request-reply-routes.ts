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

/** Takes what is sent from the page of a request. Who sends something by a link that was mailed has shown that they read that address. */
export function requestReplyRoutes(options: RequestRoutesOptions): FastifyPluginAsync {
  return async (app) => {
    app.post("/:token", async (request: LinkRequest, reply) => {
      const caller = await writerOf(options, request);
      return addMessage(options, caller, request.body ?? {}, reply);
    });

    app.post("/:token/address", async (request: LinkRequest, reply) => {
      const caller = await writerOf(options, request);
      return leaveAddress(options, caller, request.body ?? {}, reply);
    });

    app.post("/:token/transcript", async (request: LinkRequest, reply) => {
      const caller = await writerOf(options, request);
      return mailTranscript(options, caller, reply);
    });

    app.post("/:token/close", async (request: LinkRequest, reply) => {
      const caller = await writerOf(options, request);
      const outcome = await options.context.desk.change(caller.party, caller.conversation.id, "close");
      if (outcome.kind === "refused") throw new Refusal(outcome.reason);
      return done(options, caller, reply);
    });
  };
}

/** One who sends something. @throws Refusal as `callerOf`, or `origin-refused` for the form of another site */
async function writerOf(options: RequestRoutesOptions, request: LinkRequest): Promise<Caller> {
  requireOwnForm(request, options.address.ownOrigins);
  return callerOf(options, request);
}

async function addMessage(options: RequestRoutesOptions, caller: Caller, fields: Fields, reply: FastifyReply) {
  const { desk } = options.context;
  const { party, conversation, tongue } = caller;
  const id = MessageId.safeParse(fields["id"]).data ?? MessageId.parse(newId());
  const text = readText(fields["text"]);
  const again = (status: number, faults: ReplyForm["faults"], nextId: string = id) =>
    show(options, reply, caller, { status, form: { id: nextId, text: keptText(text), email: "", faults } });

  const fault = textFault(text, tongue);
  if (fault !== undefined) return again(422, { text: fault });
  const pauseMs = messagePauseMs(options.context, party.id);
  if (pauseMs > 0) return again(429, { form: tooFast(tongue, pauseMs) });
  const sent = await desk.receive(party, { conversationId: conversation.id, id, text, channel: "form" });
  if (sent.kind === "accepted") {
    see(options, caller, fields["seen"]);
    return done(options, caller, reply);
  }
  if (sent.reason === "storage-failed") return again(503, { form: tongue.t("notStored") });
  if (sent.reason === "conflict") return again(422, { form: tongue.t("sentOtherwise") }, newId());
  throw new Refusal(sent.reason);
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

async function leaveAddress(options: RequestRoutesOptions, caller: Caller, fields: Fields, reply: FastifyReply) {
  const { context } = options;
  const { party, conversation, tongue } = caller;
  const email = fields["email"] ?? "";
  const again = (status: number, words: string) => {
    const form: ReplyForm = { id: newId(), text: "", email, faults: { email: words } };
    return show(options, reply, caller, { status, form });
  };
  if (conversation.email !== null) return done(options, caller, reply);
  const read = readWhereto({ email }, context.clock.now(), () => false);
  if (read.kind === "wrong") return again(422, tongue.t("emailWrong"));
  const budgets = context.sharedLimits.of("requestsPerEmail", context.limits.requestsPerEmail);
  const { waitMs } = await budgets.spend(read.whereto.email ?? email);
  if (waitMs > 0) return again(429, tooFast(tongue, waitMs));
  const outcome = await context.desk.decide({ party, conversationId: conversation.id }, (ledger, now) =>
    openRequest(ledger, party, conversation.id, read.whereto, now),
  );
  if (outcome.kind !== "refused") return done(options, caller, reply);
  if (outcome.reason === "storage-failed") return again(503, tongue.t("notStored"));
  throw new Refusal(outcome.reason);
}

async function mailTranscript(options: RequestRoutesOptions, caller: Caller, reply: FastifyReply) {
  const { context, requests } = options;
  const { party, conversation, tongue } = caller;
  if (!mayHaveTranscript(caller)) return done(options, caller, reply);
  const again = (status: number, words: string) => {
    const form: ReplyForm = { id: newId(), text: "", email: "", faults: { transcript: words } };
    return show(options, reply, caller, { status, form });
  };
  const now = context.clock.now();
  const due = transcriptDue(await requests.transcriptsSince(conversation.number, now - TRANSCRIPT_DAY_MS), now);
  if (due === "enough") return again(429, tongue.t("transcriptsSent", { count: TRANSCRIPTS_A_DAY }));
  if (due === "due") {
    const outcome = await context.desk.decide({ party, conversationId: conversation.id }, (ledger, at) =>
      askTranscript(ledger, party, conversation.id, at),
    );
    if (outcome.kind === "refused" && outcome.reason === "storage-failed") return again(503, tongue.t("notStored"));
    if (outcome.kind === "refused") throw new Refusal(outcome.reason);
  }
  const query = `${caller.query === "" ? "?" : `${caller.query}&`}asked=transcript#transcript`;
  return done(options, { ...caller, query }, reply);
}

/** What was sent is stored: back to the page, so that loading it again sends nothing. */
async function done({ context, requests }: RequestRoutesOptions, caller: Caller, reply: FastifyReply) {
  const { conversation, mailedTo, path, query } = caller;
  if (mailedTo !== null) await requests.verifyAddress(conversation.number, mailedTo, context.clock.now());
  return reply.header("cache-control", "no-store").redirect(path + query, 303);
}
