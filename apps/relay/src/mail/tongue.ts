import { negotiate, type Translate, translator } from "@shopbell/i18n";
import { NO_ZONE, type Tongue, tongueFor } from "../requests/tongue.ts";
import { EN } from "./locales/en.ts";
import { PT } from "./locales/pt.ts";

/** Speaks to the reader of a mail. */
export interface MailTongue extends Omit<Tongue, "t"> {
  readonly t: Translate<typeof EN>;
}

const CATALOGUES = { en: EN, pt: PT } as const;

/** @param wanted languages as BCP 47 tags, dearest first */
export function mailTongue(wanted: readonly (string | null)[], timeZone: string | undefined, now: number): MailTongue {
  const tags = wanted.filter((tag) => tag !== null);
  const { locale, catalogue } = negotiate(tags, ["en", "pt"]);
  const { zone, time, names } = tongueFor([locale], timeZone ?? NO_ZONE, now);
  return { locale, zone, time, names, t: translator(locale, EN, CATALOGUES[catalogue]) };
}
