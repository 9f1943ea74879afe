import type { SiteCard } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { t } from "../../i18n.ts";
import { NotLoaded } from "../not-loaded.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { useSite } from "../site-choice.ts";
import { SiteSelect } from "../site-select.tsx";
import { say } from "../words.ts";
import { waysQuery } from "./use-ways.ts";
import { WaysForm } from "./ways-form.tsx";

/** How else a shop can be reached. */
export function WaysPage() {
  const site = useSite();
  return (
    <SettingsPage title={say("ways.title")} what={say("ways.what")} actions={<SiteSelect />}>
      {site ? <WaysOf key={site.key} site={site} /> : <p>{t("bell.none")}</p>}
    </SettingsPage>
  );
}

function WaysOf({ site }: { site: SiteCard }) {
  const query = useQuery(waysQuery(site.key));
  return query.data ? <WaysForm site={site} saved={query.data} /> : <NotLoaded query={query} />;
}
