import type { LineState } from "@shopbell/client";
import { t } from "../i18n.ts";
import { useLineState } from "../line/desk.tsx";
import atoms from "../ui/atoms.module.css";
import styles from "../ui/banner.module.css";
import { Icon } from "../ui/icons.tsx";

/** What is wrong with the connection, and what becomes of what is written. Nothing while all is well. */
export function ConnectionBanner() {
  const status = useLineState((state) => state.status);
  const refusal = useLineState((state) => state.refusal);
  const words = bannerWords(status, refusal);
  return (
    <div role="status">
      {words && (
        <div className={styles.banner}>
          <Icon name="offline" size="s" />
          <span>{words}</span>
          {refusal === "unsupported" && (
            <button type="button" className={atoms.button} onClick={() => location.reload()}>
              {t("app.reload")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function bannerWords(status: LineState["status"], refusal: LineState["refusal"]): string | null {
  if (status === "waiting") return t("line.waiting");
  return refusal === "unsupported" ? t("line.unsupported") : null;
}
