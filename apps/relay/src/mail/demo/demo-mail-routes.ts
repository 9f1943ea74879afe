import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Address } from "../../address.ts";
import { setHeaders } from "../../http/headers.ts";
import { sendPage } from "../../http/page.ts";
import { type Fields, requireOwnForm } from "../../http/page-forms.ts";
import { Refusal } from "../../http/problems.ts";
import type { PeerContext } from "../../realtime/peer-context.ts";
import { keptText, readText, textFault } from "../../requests/form-fault.ts";
import { asPages } from "../../requests/pages-routes.ts";
import { NO_ZONE, tongueFor } from "../../requests/tongue.ts";
import { newId } from "../../tokens.ts";
import type { MailIn } from "../in/open-mail-in.ts";
import type { MailOut } from "../out/open-mail-out.ts";
import { answerMail } from "./answer-mail.ts";
import { listPage, mailPage } from "./demo-mail-pages.ts";
import type { DemoMailbox, KeptMail } from "./mailbox.ts";

export interface DemoMailRoutesOptions {
  readonly context: PeerContext;
  readonly mailOut: Pick<MailOut, "mailbox">;
  readonly mailIn: Pick<MailIn, "mails">;
  readonly address: Pick<Address, "ownOrigins">;
}

/** Of a mail: it shows what it is and nothing else, runs no script and fetches nothing. */
const MAIL_HEADERS = {
  "content-security-policy": [
    "sandbox allow-popups allow-popups-to-escape-sandbox",
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'", // for what a mail brings: it is about the href of a base, which ours does without
    "frame-ancestors 'self'",
  ].join("; "),
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "cache-control": "no-store",
};
/** Links in a mail open beside the page that frames it. */
const LINKS_OPEN_ELSEWHERE = '<!doctype html><base target="_blank">\n';

/** Of a page that frames a mail, as other pages frame nothing. */
const FRAMING_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const FRAMING = {
  onSend: async (_request: FastifyRequest, reply: FastifyReply) => {
    reply.header("content-security-policy", FRAMING_POLICY);
  },
};

/** For developers: in English only, like the log. */
const ENGLISH = tongueFor(["en"], NO_ZONE, 0);

type MailRequest = FastifyRequest<{
  Params: { id: string };
  Querystring: { outcome?: string };
  Body: Fields | undefined;
}>;

/** Shows a developer the mail that has no server to go to, and lets them answer it. Where mail does go out there is none of it. */
export function demoMailRoutes({ context, mailOut, mailIn, address }: DemoMailRoutesOptions): FastifyPluginAsync {
  const { mailbox } = mailOut;
  return async (app) => {
    if (mailbox === null) return;
    asPages(app, context);

    app.get("/mailbox", async (_request, reply) => sendPage(reply, listPage(mailbox.mails)));

    app.get("/mailbox/:id", FRAMING, async (request: MailRequest, reply) =>
      sendPage(reply, mailPage(mailOf(mailbox, request), request.query.outcome)),
    );

    app.get("/mailbox/:id/html", async (request: MailRequest, reply) => {
      const { html } = mailOf(mailbox, request);
      setHeaders(reply, MAIL_HEADERS);
      return reply.type("text/html; charset=utf-8").send(LINKS_OPEN_ELSEWHERE + html);
    });

    app.post("/mailbox/:id/reply", FRAMING, async (request: MailRequest, reply) => {
      requireOwnForm(request, address.ownOrigins);
      const mail = mailOf(mailbox, request);
      const text = readText(request.body?.["text"]);
      const fault = textFault(text, ENGLISH);
      if (fault !== undefined) return sendPage(reply, mailPage(mail, undefined, { text: keptText(text), fault }), 422);
      const { kind } = await mailIn.mails.receive(await answerMail(mail, text, newId(), context.clock.now()));
      return reply.redirect(`/demo/mailbox/${mail.id}?outcome=${kind}`, 303);
    });
  };
}

/** @throws Refusal `not-found` */
function mailOf(mailbox: DemoMailbox, { params }: MailRequest): KeptMail {
  const mail = mailbox.find(params.id);
  if (mail === undefined) throw new Refusal("not-found");
  return mail;
}
