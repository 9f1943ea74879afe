import type { SiteCard } from "@shopbell/protocol/types";
import { Link, Outlet, useSearch } from "@tanstack/react-router";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import styles from "../settings/settings-layout.module.css";
import { AnswersPage } from "./answers-page.tsx";
import { keptSearch } from "./kept-search.ts";
import { HeldCount } from "./questions/held-count.tsx";
import { say as sayOfQuestions } from "./questions/words.ts";
import { SiteProvider } from "./site.tsx";
import { say } from "./words.ts";

const PAGES = [
  { to: "/answers", label: say("answers.title") },
  { to: "/answers/questions", label: sayOfQuestions("title") },
  { to: "/answers/learning", label: say("learning.title") },
  { to: "/answers/transfer", label: say("transfer.title") },
] as const;

/** Everything about a shop's answers: a list of pages, and the page that is open. */
export function AnswersLayout() {
  const site = useSiteInAddress();
  return (
    <div className={styles.layout}>
      <nav className={styles.nav} aria-label={say("answers.title")}>
        <h2>{say("answers.title")}</h2>
        <ul>
          {PAGES.map(({ to, label }) => (
            <li key={to}>
              <Link to={to} search={keptSearch} activeOptions={{ exact: true, includeSearch: false }}>
                {label}
                {to === "/answers/questions" && site && <HeldCount siteKey={site.key} />}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PageOfSite site={site} />
    </div>
  );
}

/** The shop in the address, else the first. */
function useSiteInAddress(): SiteCard | undefined {
  const { sites } = useDesk().me;
  const { site: key } = useSearch({ from: "/desk/answers" });
  return sites.find((each) => each.key === key) ?? sites[0];
}

/** What is typed for one shop is never shown for another. */
function PageOfSite({ site }: { site: SiteCard | undefined }) {
  if (site) {
    return (
      <SiteProvider key={site.key} value={site}>
        <Outlet />
      </SiteProvider>
    );
  }
  return (
    <AnswersPage title={say("answers.title")}>
      <p>{t("bell.none")}</p>
    </AnswersPage>
  );
}
