import type { SiteCard } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { promisesQuery } from "../../http/queries-settings.ts";
import { t } from "../../i18n.ts";
import { NotLoaded } from "../not-loaded.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { useSite } from "../site-choice.ts";
import { SiteSelect } from "../site-select.tsx";
import { say } from "../words.ts";
import { KeptTable } from "./kept-table.tsx";
import { PromisesForm } from "./promises-form.tsx";
import styles from "./promises-page.module.css";

/** What visitors are told to expect, and what became of it. */
export function PromisesPage() {
  const site = useSite();
  return (
    <SettingsPage title={say("promises.title")} what={say("promises.what")} actions={<SiteSelect />}>
      {site ? (
        <div className={styles.columns}>
          <PromisesOf key={site.key} site={site} />
          <KeptTable site={site} />
        </div>
      ) : (
        <p>{t("bell.none")}</p>
      )}
    </SettingsPage>
  );
}

function PromisesOf({ site }: { site: SiteCard }) {
  const query = useQuery(promisesQuery(site.key));
  return query.data ? <PromisesForm site={site} saved={query.data} /> : <NotLoaded query={query} />;
}
