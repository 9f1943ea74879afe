import { useQuery } from "@tanstack/react-query";
import { languageName } from "../../answers/languages.ts";
import { bookQuery } from "../../answers/queries.ts";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import styles from "./help-centre.module.css";

interface LeavingAnswersProps {
  siteKey: string;
  /** Those that were taken off the list. */
  locales: readonly string[];
}

/** How many published answers visitors will no longer find, said before that is saved. */
export function LeavingAnswers({ siteKey, locales }: LeavingAnswersProps) {
  const book = useQuery({ ...bookQuery(siteKey), enabled: locales.length > 0 });
  const texts = book.data?.answers.flatMap((answer) => answer.texts.filter(({ published }) => published)) ?? [];
  const counted = locales.map((locale) => ({ locale, count: texts.filter((text) => text.locale === locale).length }));
  return (
    <div role="status" className={styles.leaving}>
      {counted.map(
        ({ locale, count }) =>
          count > 0 && (
            <p key={locale} className={sheet.fault}>
              {say("centre.leaving", { count, language: languageName(locale) })}
            </p>
          ),
      )}
    </div>
  );
}
