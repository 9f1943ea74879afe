import type { FastifyPluginAsync, FastifyReply } from "fastify";
import { networkOf } from "../http/network.ts";
import type { Fields } from "../http/page-forms.ts";
import { lookUpOrder } from "../orders/look-up-order.ts";
import { keptText } from "../requests/form-fault.ts";
import type { SelfHelp } from "../self-help.ts";
import type { Centre } from "./centre.ts";
import { requireHelpForm } from "./help-forms.ts";
import { type HelpRequest, openCentre, queried } from "./open-centre.ts";
import { EMPTY_ORDER, type OrderForm } from "./order-form.ts";
import { foundOrderPage, orderPage } from "./order-page.ts";
import { sendHelpPage } from "./send-help-page.ts";
import { sendMissingPage } from "./send-missing-page.ts";

const MAX_FIELD_LENGTH = 320;

/** "Where is my order?" without a script. What is answered is kept by nobody. */
export function orderPageRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  return async (app) => {
    app.get("/:siteKey/:locale/order", async (request: HelpRequest, reply) => {
      const centre = await openCentre(selfHelp, request);
      if (!centre.site.findsOrders) return sendMissingPage(request, reply, centre, "order");
      return show(request, reply, centre, { ...EMPTY_ORDER, number: fieldText(queried(request, "number")) });
    });

    app.post("/:siteKey/:locale/order", async (request: HelpRequest, reply) => {
      const centre = await openCentre(selfHelp, request);
      if (!centre.site.findsOrders) return sendMissingPage(request, reply, centre, "order");
      requireHelpForm(request, selfHelp, centre.site);
      return find(selfHelp, request, reply, centre);
    });
  };
}

async function find(selfHelp: SelfHelp, request: HelpRequest, reply: FastifyReply, centre: Centre) {
  const fields = (request.body ?? {}) as Fields;
  const typed = { number: fieldText(fields["number"]), email: fieldText(fields["email"]) };
  const { t } = centre.speech;
  const again = (fault: string, status: number) => show(request, reply, centre, { ...typed, fault }, status);
  if (typed.number === "" || typed.email === "") return again(t("orderFields"), 422);
  const looked = await lookUpOrder(selfHelp, { siteKey: centre.site.key, network: networkOf(request.ip), ...typed });
  if (looked.kind === "unknown") return again(t("orderUnknown"), 404);
  if (looked.kind === "down") return again(t("ordersDown"), 503);
  const { order } = looked;
  const pictures = order.items.flatMap(({ picture }) => picture ?? []);
  return sendHelpPage(request, reply, centre, foundOrderPage(centre, order), { keeping: "never", pictures });
}

function show(request: HelpRequest, reply: FastifyReply, centre: Centre, form: OrderForm, status = 200) {
  return sendHelpPage(request, reply, centre, orderPage(centre, form), { keeping: "never", status });
}

function fieldText(typed = ""): string {
  return keptText(typed).trim().slice(0, MAX_FIELD_LENGTH).toWellFormed(); // a cut may go through a character
}
