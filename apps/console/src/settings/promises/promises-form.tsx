import type { Promises, SiteCard } from "@shopbell/protocol/types";
import type { SubmitEvent } from "react";
import atoms from "../../ui/atoms.module.css";
import sheet from "../sheet.module.css";
import { useIsOwner } from "../site-choice.ts";
import { UnsavedGuard } from "../unsaved-guard.tsx";
import { say } from "../words.ts";
import { CountQuestion } from "./count-question.tsx";
import { minutesWords } from "./length-words.ts";
import { minutesIn } from "./promise-answers.ts";
import { TimeQuestion } from "./time-question.tsx";
import { usePromises } from "./use-promises.ts";

const CHAT_UNITS = { minutes: say("promises.minutes"), hours: say("promises.hours") };
const REQUEST_UNITS = { minutes: say("promises.openMinutes"), hours: say("promises.openHours") };

/** What the shop promises, each with what visitors will read of it. */
export function PromisesForm({ site, saved }: { site: SiteCard; saved: Promises }) {
  const readOnly = !useIsOwner();
  const { answers, faults, unsaved, isSaving, refusal, change, discard, save } = usePromises(site.key, saved);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <UnsavedGuard unsaved={unsaved}>
      <form className={`${sheet.sheet} ${sheet.fields}`} onSubmit={onSubmit} noValidate>
        <TimeQuestion
          label={say("promises.chat")}
          typed={answers.chat}
          units={CHAT_UNITS}
          read={chatWords(minutesIn(answers.chat))}
          fault={faults.chat}
          readOnly={readOnly}
          onType={(chat) => change({ chat })}
        />
        <TimeQuestion
          label={say("promises.request")}
          typed={answers.request}
          units={REQUEST_UNITS}
          read={say(minutesIn(answers.request) === null ? "promises.readNoRequest" : "promises.readRequest")}
          fault={faults.request}
          readOnly={readOnly}
          onType={(request) => change({ request })}
        />
        <CountQuestion
          label={say("promises.requests")}
          figure={answers.requestsPerDay}
          read={say("promises.readRequests")}
          fault={faults.requestsPerDay}
          readOnly={readOnly}
          onType={(requestsPerDay) => change({ requestsPerDay })}
        />
        <div>
          <label className={sheet.check}>
            <input
              type="checkbox"
              checked={answers.callsBack}
              disabled={readOnly}
              onChange={(event) => change({ callsBack: event.target.checked })}
            />
            {say("promises.callsBack")}
          </label>
          <p className={sheet.note}>{say(answers.callsBack ? "promises.readCalls" : "promises.readNoCalls")}</p>
        </div>
        {refusal && (
          <p className={sheet.fault} role="alert">
            {say("settings.notSaved", { reason: refusal })}
          </p>
        )}
        {!readOnly && (
          <div className={sheet.row}>
            <button type="submit" className={atoms.button} data-look="main" disabled={!unsaved || isSaving}>
              {say("promises.save")}
            </button>
            {unsaved && (
              <button type="button" className={atoms.button} onClick={discard}>
                {say("settings.discard")}
              </button>
            )}
          </div>
        )}
      </form>
    </UnsavedGuard>
  );
}

function chatWords(minutes: number | null): string {
  if (minutes === null || Number.isNaN(minutes)) return say("promises.readNoChat");
  return say("promises.readChat", { time: minutesWords(minutes) });
}
