import { translator } from "@shopbell/i18n";
import { LOCALE } from "../i18n.ts";
import { hours } from "../locales/en/hours.ts";
import { mail } from "../locales/en/mail.ts";
import { promises } from "../locales/en/promises.ts";
import { settings } from "../locales/en/settings.ts";

/** The words of the pages under Settings, which come with those pages. */
export const say = translator(LOCALE, { ...hours, ...mail, ...promises, ...settings });
