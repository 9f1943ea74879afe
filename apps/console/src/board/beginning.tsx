import type { ConversationSummary } from "@shopbell/protocol/types";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import { pagePath } from "./thread-blocks.ts";
import styles from "./thread-view.module.css";

/** Where it began: "#1043, began on /men/alfama-low". The shop's page is named in text and never linked to. */
export function Beginning({ row }: { row: ConversationSummary }) {
  const page = row.startedOn && pagePath(row.startedOn.url);
  const words = page ? t("thread.began", { number: row.number, page }) : t("thread.number", { number: row.number });
  return (
    <p className={styles.beginning} title={row.startedOn?.title}>
      <Icon name="shop" size="s" />
      <span className={atoms.clip}>{words}</span>
    </p>
  );
}
