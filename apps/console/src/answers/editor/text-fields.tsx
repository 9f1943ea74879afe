import { Tabs } from "@base-ui/react/tabs";
import { MAX_QUESTION_LENGTH } from "@shopbell/protocol/limits";
import sheet from "../../settings/sheet.module.css";
import { Field } from "../../ui/field.tsx";
import { languageName } from "../languages.ts";
import { LocaleSign } from "../locale-sign.tsx";
import { say } from "../words.ts";
import { MarkdownBox } from "./markdown-box.tsx";
import styles from "./text-fields.module.css";
import { textAt, withText } from "./typed-answer.ts";
import type { EditedAnswer } from "./use-answer.ts";

interface TextFieldsProps {
  answer: EditedAnswer;
  locales: readonly string[];
}

/** Question and text, one language at a time. */
export function TextFields({ answer, locales }: TextFieldsProps) {
  const { locale, choose } = answer;
  if (locales.length === 1) {
    return (
      <div className={sheet.sheet}>
        <OneLanguage answer={answer} />
      </div>
    );
  }
  return (
    <Tabs.Root className={sheet.sheet} value={locale} onValueChange={choose}>
      <Tabs.List className={styles.tabs} aria-label={say("editor.language")} activateOnFocus>
        {locales.map((each) => (
          <LanguageTab key={each} locale={each} answer={answer} />
        ))}
      </Tabs.List>
      <Tabs.Panel value={locale} tabIndex={-1}>
        <OneLanguage key={locale} answer={answer} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

function LanguageTab({ locale, answer: { stored, isUnsavedIn } }: { locale: string; answer: EditedAnswer }) {
  return (
    <Tabs.Tab value={locale} className={styles.tab}>
      {languageName(locale)}
      <LocaleSign text={stored?.texts.find((text) => text.locale === locale)} />
      {isUnsavedIn(locale) && <span className={styles.unsaved}>{say("editor.unsaved")}</span>}
    </Tabs.Tab>
  );
}

function OneLanguage({ answer: { typed, locale, faults, change } }: { answer: EditedAnswer }) {
  const { question, source } = textAt(typed, locale);
  return (
    <div className={sheet.fields} lang={locale}>
      <Field
        label={say("editor.question")}
        hint={say("editor.questionHint")}
        maxLength={MAX_QUESTION_LENGTH}
        dir="auto"
        value={question}
        fault={faults.question}
        onText={(text) => change(withText(typed, locale, { question: text }))}
      />
      <MarkdownBox
        text={source}
        fault={faults.source}
        onText={(text) => change(withText(typed, locale, { source: text }))}
      />
    </div>
  );
}
