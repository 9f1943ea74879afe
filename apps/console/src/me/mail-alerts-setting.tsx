import { t } from "../i18n.ts";
import { useMe } from "../line/use-me.ts";
import styles from "./me-page.module.css";
import { useChangeMe } from "./use-change-me.ts";

/** Whether I am mailed when a visitor finds nobody. */
export function MailAlertsSetting() {
  const { mailAlerts } = useMe();
  const { mutate, isPending, variables } = useChangeMe();
  const shown = isPending ? (variables.mailAlerts ?? mailAlerts) : mailAlerts;
  return (
    <section className={styles.setting}>
      <h2>{t("mailAlerts.title")}</h2>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={shown}
          disabled={isPending}
          onChange={(event) => mutate({ mailAlerts: event.target.checked })}
        />
        {t("mailAlerts.label")}
      </label>
    </section>
  );
}
