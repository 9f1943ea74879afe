import type { OrderSourceState } from "@shopbell/protocol/types";
import type { SubmitEvent } from "react";
import { AskDialog } from "../ask-dialog.tsx";
import { SaveRow } from "../save-row.tsx";
import sheet from "../sheet.module.css";
import { UnsavedGuard } from "../unsaved-guard.tsx";
import { say } from "../words.ts";
import styles from "./orders.module.css";
import { SOURCE_KINDS } from "./source-answers.ts";
import { SourceFields } from "./source-fields.tsx";
import { TryIt } from "./try-it.tsx";
import { useSource } from "./use-source.ts";

/** Where a shop's orders are looked up, and whether that works. */
export function SourceFormOf({ siteKey, saved }: { siteKey: string; saved: OrderSourceState }) {
  const form = useSource(siteKey, saved);
  const { kind } = form.answers;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <UnsavedGuard unsaved={form.unsaved}>
      <form className={`${sheet.sheet} ${sheet.fields}`} onSubmit={onSubmit} noValidate>
        <fieldset className={styles.kinds}>
          <legend>{say("source.title")}</legend>
          {SOURCE_KINDS.map((each) => (
            <label key={each} className={styles.kind}>
              <input type="radio" name="kind" checked={each === kind} onChange={() => form.choose(each)} />
              <span>
                <b>{say(`source.${each}`)}</b>
                <span className={sheet.note}>{say(`source.${each}What`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <SourceFields form={form} />
        {saved.stored > 0 && (
          <p className={sheet.note}>
            {say("source.count", { count: saved.stored })} {kind !== "off" && kind !== "stored" && say("source.also")}
          </p>
        )}
        <SaveRow form={form} save={say("orders.save")} />
      </form>
      <AskDialog
        open={form.isAsking}
        title={say("source.forgetTitle", { source: say(`source.${saved.kind}`) })}
        what={say("source.forgetWhat")}
        yes={say("source.forget")}
        no={say("source.keep")}
        onAnswer={form.answer}
      />
      {saved.kind !== "off" && (
        <TryIt
          key={JSON.stringify(saved)}
          siteKey={siteKey}
          kind={saved.kind}
          stored={saved.stored}
          isSaved={!form.unsaved}
        />
      )}
    </UnsavedGuard>
  );
}
