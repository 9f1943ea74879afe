import type { HelpCentre, SiteCard } from "@shopbell/protocol/types";
import type { SubmitEvent } from "react";
import { SaveRow } from "../save-row.tsx";
import sheet from "../sheet.module.css";
import { useIsOwner } from "../site-choice.ts";
import { TextQuestion } from "../text-question.tsx";
import { UnsavedGuard } from "../unsaved-guard.tsx";
import { useFaultFocus } from "../use-fault-focus.ts";
import { say } from "../words.ts";
import styles from "./help-centre.module.css";
import { LanguageList } from "./language-list.tsx";
import { LeavingAnswers } from "./leaving-answers.tsx";
import { useCentre } from "./use-centre.ts";

/** What a shop's help centre is, and who may write in it. */
export function HelpCentreForm({ site, saved }: { site: SiteCard; saved: HelpCentre }) {
  const readOnly = !useIsOwner();
  const centre = useCentre(site.key, saved);
  const { answers, faults, change, save } = centre;
  const form = useFaultFocus<HTMLFormElement>(faults);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <UnsavedGuard unsaved={centre.unsaved}>
      <form ref={form} className={`${sheet.sheet} ${sheet.fields} ${styles.form}`} onSubmit={onSubmit} noValidate>
        <LanguageList locales={answers.locales} readOnly={readOnly} onChange={(locales) => change({ locales })} />
        <LeavingAnswers siteKey={site.key} locales={saved.locales.filter((each) => !answers.locales.includes(each))} />
        <TextQuestion
          label={say("centre.url")}
          hint={say("centre.urlHint", { address: `${location.origin}/help/${site.key}` })}
          fault={faults.url}
          type="url"
          disabled={readOnly}
          value={answers.url}
          onText={(url) => change({ url })}
        />
        <TextQuestion
          label={say("centre.shop")}
          hint={say("centre.shopHint")}
          fault={faults.shopUrl}
          type="url"
          disabled={readOnly}
          value={answers.shopUrl}
          onText={(shopUrl) => change({ shopUrl })}
        />
        <Check
          label={say("centre.questions")}
          read={say(wordsOf(answers.publicQuestions, site.state.mails))}
          checked={answers.publicQuestions}
          disabled={readOnly}
          onCheck={(publicQuestions) => change({ publicQuestions })}
        />
        {answers.publicQuestions && (
          <Check
            label={say("centre.holds")}
            read={say(answers.holds ? "centre.holdsOn" : "centre.holdsOff")}
            checked={answers.holds}
            disabled={readOnly}
            onCheck={(holds) => change({ holds })}
          />
        )}
        {!readOnly && <SaveRow form={centre} save={say("centre.save")} />}
      </form>
    </UnsavedGuard>
  );
}

function wordsOf(publicQuestions: boolean, mails: boolean) {
  if (!publicQuestions) return "centre.questionsOff";
  return mails ? "centre.questionsOn" : "centre.questionsNoMail";
}

interface CheckProps {
  label: string;
  /** What follows from it. */
  read: string;
  checked: boolean;
  disabled: boolean;
  onCheck(checked: boolean): void;
}

function Check({ label, read, checked, disabled, onCheck }: CheckProps) {
  return (
    <div>
      <label className={sheet.check}>
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          onChange={(event) => onCheck(event.target.checked)}
        />
        {label}
      </label>
      <p className={sheet.note}>{read}</p>
    </div>
  );
}
