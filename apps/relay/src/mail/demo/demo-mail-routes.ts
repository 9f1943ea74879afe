import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import type { Address } from "../../address.ts";
import { sendPage } from "../../http/page.ts";
import { type Fields, requireOwnForm } from "../../http/page-forms.ts";
import { Refusal } from "../../http/problems.ts";
import type { PeerContext } from "../../realtime/peer-context.ts";
import { asPages } from "../../requests/pages-routes.ts";
import { newId } from "../../tokens.ts";
import type { MailIn } from "../in/open-mail-in.ts";
import type { MailOut } from "../out/open-mail-out.ts";
import { answerMail } from "./answer-mail.ts";
import { listPage, mailPage, OUTCOMES } from "./demo-mail-pages.ts";
import type { DemoMailbox, KeptMail } from "./mailbox.ts";

export interface DemoMailRoutesOptions {
  readonly context: PeerContext;
  readonly mailOut: Pick<MailOut, "mailbox">;
  readonly mailIn: Pick<MailIn, "mails">;
  readonly address: Pick<Address, "ownOrigins">;
}

/** Mail that shows what it is and nothing else: no script, nothing that is fetched. Links open elsewhere. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox";
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

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
    app.addHook("onSend", async (request, reply) => {
      reply.header("content-security-policy", request.url.endsWith("/html") ? MAIL_POLICY : PAGE_POLICY);
    });

    app.get("/mailbox", async (_request, reply) => sendPage(reply, listPage(mailbox.mails)));

    app.get("/mailbox/:id", async (request: MailRequest, reply) =>
      sendPage(reply, mailPage(mailOf(mailbox, request), outcomeIn(request))),
    );

    app.get("/mailbox/:id/html", async (request: MailRequest, reply) =>
      reply.type("text/html; charset=utf-8").send(mailOf(mailbox, request).html),
    );

    app.post("/mailbox/:id/reply", async (request: MailRequest, reply) => {
      requireOwnForm(request, address.ownOrigins);
      const mail = mailOf(mailbox, request);
      const raw = await answerMail(mail, request.body?.["text"] ?? "", newId(), context.clock.now());
      const { kind } = await mailIn.mails.receive(raw);
      return reply.redirect(`/demo/mailbox/${mail.id}?outcome=${kind in OUTCOMES ? kind : "failed"}`, 303);
    });
  };
}

/** @throws Refusal `not-found` */
function mailOf(mailbox: DemoMailbox, { params }: MailRequest): KeptMail {
  const mail = mailbox.find(params.id);
  if (mail === undefined) throw new Refusal("not-found");
  return mail;
}

function outcomeIn({ query }: MailRequest): keyof typeof OUTCOMES | undefined {
  return Object.keys(OUTCOMES).find((outcome) => outcome === query.outcome) as keyof typeof OUTCOMES | undefined;
}
