import type { SiteCard } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { centreQuery } from "../../answers/queries.ts";
import { t } from "../../i18n.ts";
import atoms from "../../ui/atoms.module.css";
import { NotLoaded } from "../not-loaded.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { useSite } from "../site-choice.ts";
import { SiteSelect } from "../site-select.tsx";
import { say } from "../words.ts";
import { HelpCentreForm } from "./help-centre-form.tsx";

/** The public pages with a shop's answers. */
export function HelpCentrePage() {
  const site = useSite();
  const actions = (
    <>
      <SiteSelect />
      {site && (
        <a className={atoms.button} href={`/help/${encodeURIComponent(site.key)}`} target="_blank" rel="noopener">
          {say("centre.open")}
        </a>
      )}
    </>
  );
  return (
    <SettingsPage title={say("centre.title")} what={say("centre.what")} actions={actions}>
      {site ? <CentreOf key={site.key} site={site} /> : <p>{t("bell.none")}</p>}
    </SettingsPage>
  );
}

function CentreOf({ site }: { site: SiteCard }) {
  const query = useQuery(centreQuery(site.key));
  return query.data ? <HelpCentreForm site={site} saved={query.data} /> : <NotLoaded query={query} />;
}
