import { useQuery } from "@tanstack/react-query";
import { t } from "../../i18n.ts";
import { NotLoaded } from "../not-loaded.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { useIsOwner, useSite } from "../site-choice.ts";
import { SiteSelect } from "../site-select.tsx";
import { say } from "../words.ts";
import styles from "./orders.module.css";
import { sourceQuery } from "./orders-http.ts";
import { SourceFormOf } from "./source-form.tsx";
import { Tokens } from "./tokens.tsx";
import { Upload } from "./upload.tsx";

/** How "Where is my order?" is answered. Only owners see it: it holds what opens the shop's own system. */
export function OrdersPage() {
  const site = useSite();
  const isOwner = useIsOwner();
  return (
    <SettingsPage title={say("orders.title")} what={say("orders.what")} actions={<SiteSelect />}>
      {site === null && <p>{t("bell.none")}</p>}
      {site && isOwner && <OrdersOf key={site.key} siteKey={site.key} />}
    </SettingsPage>
  );
}

function OrdersOf({ siteKey }: { siteKey: string }) {
  const query = useQuery(sourceQuery(siteKey));
  if (!query.data) return <NotLoaded query={query} />;
  return (
    <div className={styles.parts}>
      <SourceFormOf siteKey={siteKey} saved={query.data} />
      {query.data.kind !== "off" && (
        <>
          <Upload siteKey={siteKey} />
          <Tokens siteKey={siteKey} />
        </>
      )}
    </div>
  );
}
