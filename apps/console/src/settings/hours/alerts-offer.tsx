import { useState } from "react";
import { useMe } from "../../line/use-me.ts";
import { MailAlertsCheck } from "../../me/mail-alerts-check.tsx";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";

/**
 * Offers to an owner who is not called yet to be mailed when a visitor finds nobody in the hours that are announced.
 * It stays where it was switched on, so that it can be seen and taken back.
 *
 * @param mails mail goes out, and was seen to arrive
 */
export function AlertsOffer({ mails }: { mails: boolean }) {
  const { mailAlerts } = useMe();
  const [wasOn] = useState(mailAlerts);
  if (wasOn) return null;
  return (
    <section className={`${sheet.sheet} ${sheet.fields}`}>
      <h2>{say("hours.alerts")}</h2>
      <div>
        <p aria-live="polite">{say(mailAlerts ? "hours.alertsOn" : "hours.alertsOff")}</p>
        <MailAlertsCheck />
        {!mails && <p className={sheet.note}>{say("hours.alertsNoMail")}</p>}
      </div>
    </section>
  );
}
