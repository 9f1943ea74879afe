import { languageName } from "../../answers/languages.ts";
import { OrderButtons } from "../order-buttons.tsx";
import { moved, without } from "../ordered.ts";
import { Select } from "../select.tsx";
import sheet from "../sheet.module.css";
import { useRowFocus } from "../use-row-focus.ts";
import { say } from "../words.ts";
import styles from "./help-centre.module.css";
import { LANGUAGES_OFFERED } from "./languages-offered.ts";

interface LanguageListProps {
  locales: readonly string[];
  readOnly: boolean;
  onChange(locales: string[]): void;
}

/** The languages of a shop's answers. The first is what everybody gets who has no better one. */
export function LanguageList({ locales, readOnly, onChange }: LanguageListProps) {
  const around = useRowFocus<HTMLFieldSetElement>(locales.length, "select");
  const others = LANGUAGES_OFFERED.filter((locale) => !locales.includes(locale))
    .map((locale) => ({ value: locale, label: languageName(locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <fieldset {...around} className={`${sheet.field} ${styles.languages}`}>
      <legend>{say("centre.languages")}</legend>
      <p className={sheet.note}>{say("centre.languagesWhat")}</p>
      <ol>
        {locales.map((locale, index) => (
          <li key={locale}>
            <span>{languageName(locale)}</span>
            {index === 0 && <span className={sheet.note}>{say("centre.first")}</span>}
            {!readOnly && (
              <OrderButtons
                place={{ index, count: locales.length }}
                least={1}
                labels={{
                  up: say("centre.up", { language: languageName(locale) }),
                  down: say("centre.down", { language: languageName(locale) }),
                  remove: say("centre.remove", { language: languageName(locale) }),
                }}
                onMove={(step) => onChange(moved(locales, index, step))}
                onRemove={() => onChange(without(locales, index))}
              />
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Select
          label={say("centre.add")}
          value=""
          choices={[{ value: "", label: say("centre.add") }, ...others]}
          onChoose={(locale) => locale && onChange([...locales, locale])}
        />
      )}
    </fieldset>
  );
}
