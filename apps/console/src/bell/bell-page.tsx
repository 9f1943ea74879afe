import type { SiteCard } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { Page } from "../app/page.tsx";
import { freshMeQuery } from "../http/queries.ts";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { useRelayNow } from "../line/relay-now.ts";
import { AllowedLine } from "./allowed-line.tsx";
import styles from "./bell-page.module.css";
import { SeenLine } from "./seen-line.tsx";
import { Snippet } from "./snippet.tsx";

/** The line to paste for each site, and whether its bell was seen. */
export function BellPage() {
  const { me } = useDesk();
  const { sites } = useQuery(freshMeQuery).data ?? me;
  return (
    <Page title={t("bell.title")} what={t("bell.what")}>
      {sites.length === 0 && <p>{t("bell.none")}</p>}
      {sites.map((site) => (
        <Site key={site.key} site={site} />
      ))}
    </Page>
  );
}

function Site({ site }: { site: SiteCard }) {
  const now = useRelayNow();
  return (
    <section className={styles.site}>
      <h2>{site.name}</h2>
      <Snippet text={site.snippet} />
      <SeenLine site={site} now={now} />
      <AllowedLine site={site} />
    </section>
  );
}
