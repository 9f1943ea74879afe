import type { SiteCard } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { hoursQuery } from "../../http/queries-settings.ts";
import { t } from "../../i18n.ts";
import { NotLoaded } from "../not-loaded.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { useSite } from "../site-choice.ts";
import { SiteSelect } from "../site-select.tsx";
import { say } from "../words.ts";
import { HoursEditor } from "./hours-editor.tsx";
import { ownZone } from "./zones.ts";

/** When a shop promises that somebody is there. */
export function HoursPage() {
  const site = useSite();
  if (site !== null) return <HoursOf key={site.key} site={site} />;
  return (
    <SettingsPage title={say("hours.title")}>
      <p>{t("bell.none")}</p>
    </SettingsPage>
  );
}

function HoursOf({ site }: { site: SiteCard }) {
  const query = useQuery(hoursQuery(site.key));
  if (query.data) return <HoursEditor site={site} saved={query.data.hours} ownZone={ownZone()} />;
  return (
    <SettingsPage title={say("hours.title")} actions={<SiteSelect />}>
      <NotLoaded query={query} />
    </SettingsPage>
  );
}
