import type { OpeningHours } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { hoursQuery } from "../../http/queries-settings.ts";
import atoms from "../../ui/atoms.module.css";
import { showToast } from "../../ui/toasts.tsx";
import { usualHours } from "../hours/week.ts";
import { WeekGrid } from "../hours/week-grid.tsx";
import { ownZone } from "../hours/zones.ts";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import styles from "./ways.module.css";

interface WayHoursProps {
  siteKey: string;
  hours: OpeningHours | null;
  readOnly: boolean;
  onChange(hours: OpeningHours | null): void;
}

/** When a telephone is answered. It begins with the hours that the shop announces, and is its own from then on. */
export function WayHours({ siteKey, hours, readOnly, onChange }: WayHoursProps) {
  const announced = useQuery(hoursQuery(siteKey)).data?.hours ?? null;
  // Where none are announced there are usual ones to begin with: they are seen before they are saved.
  const begin = () => onChange(announced ?? usualHours(ownZone()));
  const copy = () => {
    begin();
    showToast(say("way.copied"));
  };
  return (
    <div className={styles.hours}>
      <label className={sheet.check}>
        <input
          type="checkbox"
          checked={hours !== null}
          disabled={readOnly}
          onChange={({ target }) => (target.checked ? begin() : onChange(null))}
        />
        {say("way.hours")}
      </label>
      <p className={sheet.note}>{say(hours ? "way.hoursOn" : "way.hoursOff")}</p>
      {hours && (
        <>
          <WeekGrid week={hours.week} readOnly={readOnly} onChange={(week) => onChange({ ...hours, week })} />
          {announced && !readOnly && (
            <button type="button" className={atoms.button} onClick={copy}>
              {say("way.copy")}
            </button>
          )}
        </>
      )}
    </div>
  );
}
