import { translator } from "@shopbell/i18n";
import { LOCALE } from "../../i18n.ts";
import { questions } from "../../locales/en/questions.ts";

/** The words of the page of public questions. */
export const say = translator(LOCALE, questions);
