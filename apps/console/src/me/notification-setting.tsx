import { useState } from "react";
import { t } from "../i18n.ts";
import { notificationPermission } from "../ring/notification.ts";
import atoms from "../ui/atoms.module.css";
import styles from "./me-page.module.css";

const WORDS = { granted: "notify.on", denied: "notify.blocked", default: "notify.off" } as const;

/** Whether this browser shows notifications. What it was told it must be asked to forget: a page cannot turn them off. */
export function NotificationSetting() {
  const [permission, setPermission] = useState(notificationPermission);
  if (permission === "unsupported") return null;
  return (
    <section className={styles.setting}>
      <h2>{t("notify.title")}</h2>
      <p>{t(WORDS[permission])}</p>
      {permission === "default" && (
        <button
          type="button"
          className={atoms.button}
          onClick={() => Notification.requestPermission().then(setPermission)}
        >
          {t("notify.turnOn")}
        </button>
      )}
    </section>
  );
}
