import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import styles from "./missing-thread.module.css";

/** What lies in a pane whose address names no conversation. */
export function MissingThread({ onAside }: { onAside(): void }) {
  return (
    <div className={styles.missing}>
      <p role="status">{t("thread.missing")}</p>
      <button type="button" className={atoms.button} onClick={onAside}>
        {t("pane.aside")}
      </button>
    </div>
  );
}
