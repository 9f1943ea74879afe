import { t } from "../i18n.ts";
import { MailAlertsCheck } from "./mail-alerts-check.tsx";
import styles from "./me-page.module.css";

/** Whether I am mailed when a visitor finds nobody. */
export function MailAlertsSetting() {
  return (
    <section className={styles.setting}>
      <h2>{t("mailAlerts.title")}</h2>
      <MailAlertsCheck />
    </section>
  );
}
