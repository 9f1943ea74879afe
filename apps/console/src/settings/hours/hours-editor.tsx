import type { OpeningHours, SiteCard } from "@shopbell/protocol/types";
import { useState } from "react";
import { useDesk } from "../../line/desk.tsx";
import atoms from "../../ui/atoms.module.css";
import { Select } from "../select.tsx";
import { SettingsPage } from "../settings-page.tsx";
import sheet from "../sheet.module.css";
import { useIsOwner } from "../site-choice.ts";
import { SiteSelect } from "../site-select.tsx";
import { UnsavedGuard } from "../unsaved-guard.tsx";
import { say } from "../words.ts";
import { AlertsOffer } from "./alerts-offer.tsx";
import { Exceptions } from "./exceptions.tsx";
import styles from "./hours-editor.module.css";
import { NoHours } from "./no-hours.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import { useHours } from "./use-hours.ts";
import { WeekGrid, WeekHelp } from "./week-grid.tsx";
import { instantOf, wallOf } from "./zoned.ts";
import { cityOf, zonesWith } from "./zones.ts";

interface HoursEditorProps {
  site: SiteCard;
  saved: OpeningHours | null;
  /** Where the owner is. */
  ownZone: string;
}

/** The hours of a shop: its week and its exceptions beside what visitors find. Nothing is announced before it is saved. */
export function HoursEditor({ site, saved, ownZone }: HoursEditorProps) {
  const readOnly = !useIsOwner();
  const now = useDesk().clock.now();
  const { hours, unsaved, isSaving, fault, change, announce, withdraw, discard, save } = useHours(
    site.key,
    saved,
    ownZone,
  );
  const [view, setView] = useState(() => ({ zone: ownZone, wall: wallOf(now, ownZone) }));
  const zone = hours?.timeZone ?? ownZone;

  const actions = (
    <>
      <SiteSelect />
      {hours && (
        <Select
          label={say("hours.zone")}
          value={hours.timeZone}
          choices={zonesWith(hours.timeZone).map((name) => ({ value: name, label: name }))}
          disabled={readOnly}
          onChoose={(timeZone) => change({ ...hours, timeZone })}
        />
      )}
      {unsaved && (
        <button type="button" className={atoms.button} onClick={discard}>
          {say("settings.discard")}
        </button>
      )}
      {!readOnly && (
        <button type="button" className={atoms.button} data-look="main" disabled={!unsaved || isSaving} onClick={save}>
          {say("hours.save")}
        </button>
      )}
    </>
  );
  return (
    <SettingsPage title={say("hours.title")} what={say("hours.what", { city: cityOf(zone) })} actions={actions}>
      <UnsavedGuard unsaved={unsaved}>
        {fault && (
          <p className={sheet.fault} role="alert">
            {say("settings.notSaved", { reason: fault })}
          </p>
        )}
        <div className={styles.columns}>
          <div className={styles.main}>
            {hours ? (
              <>
                <div>
                  <WeekGrid week={hours.week} readOnly={readOnly} onChange={(week) => change({ ...hours, week })} />
                  {!readOnly && <WeekHelp />}
                </div>
                <Exceptions
                  exceptions={hours.exceptions}
                  today={wallOf(now, zone).date}
                  previewed={wallOf(instantOf(view.wall, view.zone), zone).date}
                  readOnly={readOnly}
                  onChange={(exceptions) => change({ ...hours, exceptions })}
                />
                {saved && !readOnly && <AlertsOffer mails={site.state.mails} />}
                {!readOnly && (
                  <button
                    type="button"
                    className={`${atoms.button} ${styles.withdraw}`}
                    data-look="quiet"
                    onClick={withdraw}
                  >
                    {say("hours.withdraw")}
                  </button>
                )}
              </>
            ) : (
              <NoHours readOnly={readOnly} onAnnounce={announce} />
            )}
          </div>
          <PreviewPane site={site} hours={hours} view={view} onView={setView} />
        </div>
      </UnsavedGuard>
    </SettingsPage>
  );
}
