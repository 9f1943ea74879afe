import { useState, useSyncExternalStore } from "react";
import { t } from "../i18n.ts";
import { declineOffer, offerDeclined, onPreference } from "../me/preferences.ts";
import atoms from "../ui/atoms.module.css";
import { notificationPermission } from "./notification.ts";
import styles from "./notification-offer.module.css";

/** A quiet offer in the list. The browser's own question comes only after it was taken. */
export function NotificationOffer() {
  const [permission, setPermission] = useState(notificationPermission);
  const declined = useSyncExternalStore(onPreference, offerDeclined);
  if (permission !== "default" || declined) return null;
  return (
    <div className={styles.offer}>
      <p>{t("notify.offer")}</p>
      <div className={styles.choices}>
        <button
          type="button"
          className={atoms.button}
          onClick={() => Notification.requestPermission().then(setPermission)}
        >
          {t("notify.turnOn")}
        </button>
        <button type="button" className={atoms.button} data-look="quiet" onClick={declineOffer}>
          {t("notify.notNow")}
        </button>
      </div>
    </div>
  );
}
