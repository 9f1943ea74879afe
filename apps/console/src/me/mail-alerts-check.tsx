import { t } from "../i18n.ts";
import { useMe } from "../line/use-me.ts";
import styles from "./me-page.module.css";
import { useChangeMe } from "./use-change-me.ts";

/** Switches on and off that I am mailed when a visitor finds nobody. */
export function MailAlertsCheck() {
  const { mailAlerts } = useMe();
  const { mutate, isPending, variables } = useChangeMe();
  const shown = isPending ? (variables.mailAlerts ?? mailAlerts) : mailAlerts;
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={shown}
        disabled={isPending}
        onChange={(event) => mutate({ mailAlerts: event.target.checked })}
      />
      {t("mailAlerts.label")}
    </label>
  );
}
