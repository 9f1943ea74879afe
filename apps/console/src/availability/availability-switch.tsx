import { t } from "../i18n.ts";
import styles from "./availability-switch.module.css";
import { useAvailability } from "./use-availability.ts";

/** Available or Away. It shows what the relay says, and waits for its word after every change. */
export function AvailabilitySwitch() {
  const { now, choose } = useAvailability();
  const available = now === "available";
  return (
    <button
      type="button"
      role="switch"
      className={styles.switch}
      aria-checked={available}
      aria-label={t("available.switch")}
      disabled={now === null}
      onClick={() => choose(available ? "away" : "available")}
    >
      <span className={styles.track} />
      <span aria-hidden="true">{now === null ? t("available.unknown") : t(`available.${now}`)}</span>
    </button>
  );
}
