import { translator } from "@shopbell/i18n";
import { LOCALE } from "../i18n.ts";
import { answers } from "../locales/en/answers.ts";

/** The words of the pages under Answers, which come with those pages. */
export const say = translator(LOCALE, answers);
