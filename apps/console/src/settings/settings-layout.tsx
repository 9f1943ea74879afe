import { Link, Outlet } from "@tanstack/react-router";
import styles from "./settings-layout.module.css";
import { say } from "./words.ts";

const PAGES = [
  { to: "/settings", label: say("settings.bell") },
  { to: "/settings/hours", label: say("settings.hours") },
  { to: "/settings/promises", label: say("settings.promises") },
  { to: "/settings/mail", label: say("settings.mail") },
] as const;

/** Everything that is set for a shop: a list of pages, and the page that is open. */
export function SettingsLayout() {
  return (
    <div className={styles.layout}>
      <nav className={styles.nav} aria-label={say("settings.title")}>
        <h2>{say("settings.title")}</h2>
        <ul>
          {PAGES.map(({ to, label }) => (
            <li key={to}>
              <Link to={to} search={(search) => search} activeOptions={{ exact: true, includeSearch: false }}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </div>
  );
}
