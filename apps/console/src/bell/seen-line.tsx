import type { SiteCard } from "@shopbell/protocol/types";
import { ago, hostOf } from "../format.ts";
import { t } from "../i18n.ts";
import { Icon } from "../ui/icons.tsx";
import styles from "./bell-page.module.css";

/** "Seen on shop.example 40 seconds ago", or that it is waited for. */
export function SeenLine({ site, now }: { site: SiteCard; now: number }) {
  if (site.seenAt === null) return <p className={styles.meta}>{t("bell.notSeen")}</p>;
  const on = site.seenOn ? hostOf(site.seenOn) : site.name;
  return (
    <p className={styles.seen}>
      <Icon name="check" size="s" />
      {t("bell.seen", { site: on, ago: ago(site.seenAt, now) })}
    </p>
  );
}
