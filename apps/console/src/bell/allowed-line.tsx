import type { SiteCard } from "@shopbell/protocol/types";
import { t } from "../i18n.ts";
import styles from "./bell-page.module.css";

/** On which origins the bell may be shown. */
export function AllowedLine({ site }: { site: SiteCard }) {
  if (site.origins.length === 0) return null;
  return <p className={styles.meta}>{t("bell.allowed", { origins: site.origins.join(", ") })}</p>;
}
