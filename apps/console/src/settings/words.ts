import { translator } from "@shopbell/i18n";
import { LOCALE } from "../i18n.ts";
import { helpCentre } from "../locales/en/help-centre.ts";
import { hours } from "../locales/en/hours.ts";
import { mail } from "../locales/en/mail.ts";
import { orders } from "../locales/en/orders.ts";
import { promises } from "../locales/en/promises.ts";
import { settings } from "../locales/en/settings.ts";
import { ways } from "../locales/en/ways.ts";

/** The words of the pages under Settings, which come with those pages. */
export const say = translator(LOCALE, {
  ...helpCentre,
  ...hours,
  ...mail,
  ...orders,
  ...promises,
  ...settings,
  ...ways,
});
