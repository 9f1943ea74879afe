import { AvailabilitySwitch } from "../availability/availability-switch.tsx";
import { Load } from "../availability/load.tsx";
import { TeamList } from "../availability/team-list.tsx";
import { useOwnPlace } from "../availability/use-availability.ts";
import { t } from "../i18n.ts";
import styles from "./me-page.module.css";

/** Whether I take chats, how many are mine, and who else is here. On a phone it is the only place for it. */
export function AvailabilitySetting() {
  const place = useOwnPlace();
  return (
    <section className={styles.setting}>
      <h2>{t("available.title")}</h2>
      <p>{t("available.what")}</p>
      <div className={styles.place}>
        <AvailabilitySwitch />
        {place && <Load load={place.load} capacity={place.capacity} />}
      </div>
      <TeamList />
    </section>
  );
}
