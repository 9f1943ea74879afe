import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import styles from "../ui/banner.module.css";
import { Icon } from "../ui/icons.tsx";
import { useAvailability, useOwnPlace } from "./use-availability.ts";

const WORDS = { idle: "away.idle", unanswered: "away.unanswered" } as const;

/** Tells an agent who did not step away themselves that visitors no longer find them, and asks whether they are here. */
export function AwayBanner() {
  const reason = useOwnPlace()?.reason ?? "chosen";
  const { now, choose } = useAvailability();
  return (
    <div role="status">
      {now === "away" && reason !== "chosen" && (
        <div className={styles.banner}>
          <Icon name="clock" size="s" />
          <span>{t(WORDS[reason])}</span>
          <button type="button" className={atoms.button} onClick={() => choose("available")}>
            {t("away.here")}
          </button>
        </div>
      )}
    </div>
  );
}
