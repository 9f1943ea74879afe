import type { Category } from "@shopbell/protocol/types";
import { Select } from "../../settings/select.tsx";
import sheet from "../../settings/sheet.module.css";
import { nameIn } from "../languages.ts";
import { say } from "../words.ts";
import { LinesField } from "./lines-field.tsx";
import { PageCheck } from "./page-check.tsx";
import { pathsIn } from "./typed-answer.ts";
import type { EditedAnswer } from "./use-answer.ts";

interface SharedFieldsProps {
  answer: EditedAnswer;
  categories: readonly Category[];
  locales: readonly string[];
}

/** What all languages of an answer share: where it stands, where it matters, and how it is found. */
export function SharedFields({ answer: { typed, faults, change }, categories, locales }: SharedFieldsProps) {
  const choices = categories.map(({ id, names }) => ({ value: id, label: nameIn(names, locales) }));
  return (
    <section className={`${sheet.sheet} ${sheet.fields}`} aria-label={say("shared.title")}>
      <div className={sheet.field}>
        <span aria-hidden="true">
          <b>{say("shared.category")}</b>
        </span>
        <Select
          label={say("shared.category")}
          value={typed.categoryId ?? ""}
          choices={[{ value: "", label: say("shared.noCategory") }, ...choices]}
          onChoose={(id) => change({ ...typed, categoryId: id === "" ? null : id })}
        />
      </div>
      <LinesField
        label={say("shared.paths")}
        hint={say("shared.pathsHint")}
        fault={faults.paths}
        dir="ltr"
        placeholder="/shoes/*"
        text={typed.paths}
        onText={(paths) => change({ ...typed, paths })}
      />
      {pathsIn(typed.paths).length > 0 && <PageCheck paths={pathsIn(typed.paths)} />}
      <LinesField
        label={say("shared.keywords")}
        hint={say("shared.keywordsHint")}
        fault={faults.keywords}
        text={typed.keywords}
        onText={(keywords) => change({ ...typed, keywords })}
      />
    </section>
  );
}
