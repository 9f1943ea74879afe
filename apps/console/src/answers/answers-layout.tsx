import type { SiteCard } from "@shopbell/protocol/types";
import { Link, Outlet } from "@tanstack/react-router";
import { t } from "../i18n.ts";
import styles from "../settings/settings-layout.module.css";
import { useSite } from "../settings/site-choice.ts";
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
  const site = useSite();
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

/** What is typed for one shop is never shown for another. */
function PageOfSite({ site }: { site: SiteCard | null }) {
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
