import type { SiteCard } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { latestSeen } from "../bell/latest-seen.ts";
import { Snippet } from "../bell/snippet.tsx";
import { ago, hostOf } from "../format.ts";
import { freshMeQuery } from "../http/queries.ts";
import { t } from "../i18n.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import { useRelayNow } from "../line/relay-now.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import styles from "./empty-inbox.module.css";
import { type Tab, tabCounts } from "./inbox-order.ts";

interface EmptyInboxProps {
  tab: Exclude<Tab, "closed">;
  onQueue(): void;
}

/** What to do while nobody is in a tab: look into the queue, or make sure that the bell is on the shop's pages. */
export function EmptyInbox({ tab, onQueue }: EmptyInboxProps) {
  const { me } = useDesk();
  const inbox = useLineState((state) => state.inbox);
  const counts = tabCounts(inbox, me.agent.id);

  if (tab === "mine" && counts.queue > 0) {
    return (
      <div className={styles.empty}>
        <h2>{t("empty.queued", { count: counts.queue })}</h2>
        <p>{t("empty.queuedWhat")}</p>
        <button type="button" className={atoms.button} data-look="main" onClick={onQueue}>
          {t("empty.showQueue")}
        </button>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <span className={styles.bell}>
        <Icon name="bell" />
      </span>
      <h2>{t(tab === "mine" && counts.open > 0 ? "empty.mine" : "empty.nobody")}</h2>
      <BellNews />
    </div>
  );
}

/** Whether the bell is on a page, as far as anybody has seen. */
function BellNews() {
  const { me } = useDesk();
  const fresh = useQuery(freshMeQuery).data ?? me;
  const seen = latestSeen(fresh.sites);
  const first = fresh.sites[0];
  return (
    <>
      {seen ? <SeenNews site={seen} /> : first && !fresh.demo && <PasteNews site={first} />}
      {fresh.demo && (
        <>
          <p>{t("empty.demo")}</p>
          <a className={atoms.button} href="/" target="_blank" rel="noopener">
            {t("empty.openDemo")}
          </a>
        </>
      )}
    </>
  );
}

function SeenNews({ site }: { site: SiteCard & { seenAt: number } }) {
  const now = useRelayNow();
  return <p>{t("empty.seen", { site: site.seenOn ? hostOf(site.seenOn) : site.name, ago: ago(site.seenAt, now) })}</p>;
}

function PasteNews({ site }: { site: SiteCard }) {
  return (
    <>
      <p>{t("empty.notSeen")}</p>
      <Snippet text={site.snippet} />
    </>
  );
}
