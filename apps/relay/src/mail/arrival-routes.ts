import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import type { Address } from "../address.ts";
import { html } from "../http/html.ts";
import { type Page, sendPage } from "../http/page.ts";
import { requireOwnForm } from "../http/page-forms.ts";
import type { PeerContext } from "../realtime/peer-context.ts";
import { asPages } from "../requests/pages-routes.ts";
import { languagesIn } from "../requests/tongue.ts";
import type { MailOut } from "./out/open-mail-out.ts";
import { mailTongue } from "./tongue.ts";

export interface ArrivalRoutesOptions {
  readonly context: PeerContext;
  readonly mailOut: Pick<MailOut, "health" | "marks">;
  readonly address: Pick<Address, "ownOrigins">;
}

type Asked = FastifyRequest<{ Params: { mark: string } }>;

/**
 * Where the link of a test message leads: whoever holds it has got that mail. A button confirms, since mail servers follow
 * links by themselves. To be registered below /m.
 */
export function arrivalRoutes({ context, mailOut, address }: ArrivalRoutesOptions): FastifyPluginAsync {
  const { health, marks } = mailOut;
  const speak = ({ headers }: Asked) =>
    mailTongue(languagesIn(headers["accept-language"]), undefined, context.clock.now());
  const stale = (request: Asked): Page => {
    const { t, locale } = speak(request);
    return plainPage(locale, t("stale"), t("staleWhy"));
  };

  return async (app) => {
    asPages(app, context);

    app.get("/:mark", async (request: Asked, reply) => {
      const { mark } = request.params;
      if (mark !== marks.out) return sendPage(reply, stale(request), 404);
      const { t, locale } = speak(request);
      const page: Page = {
        ...plainPage(locale, t("confirmTitle"), t("confirm")),
        body: html`<div class="narrow"><h1>${t("confirmTitle")}</h1><p>${t("confirm")}</p>
<form method="post" action="/m/${mark}"><button>${t("confirmButton")}</button></form></div>`,
      };
      return sendPage(reply, page);
    });

    app.post("/:mark", async (request: Asked, reply) => {
      requireOwnForm(request, address.ownOrigins);
      const { mark } = request.params;
      if (mark !== marks.out || !(await health.arrived("out", mark))) return sendPage(reply, stale(request), 404);
      const { t, locale } = speak(request);
      return sendPage(reply, plainPage(locale, t("confirmed"), t("confirmedWhy")));
    });
  };
}

function plainPage(locale: string, title: string, words: string): Page {
  return { locale, title, shop: null, body: html`<div class="narrow"><h1>${title}</h1><p>${words}</p></div>` };
}
