import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import styles from "./settings-layout.module.css";
import { say } from "./words.ts";

const PAGES = [
  { to: "/settings", label: say("settings.bell") },
  { to: "/settings/hours", label: say("settings.hours") },
  { to: "/settings/promises", label: say("settings.promises") },
  { to: "/settings/mail", label: say("settings.mail") },
  { to: "/settings/help-centre", label: say("centre.title") },
  { to: "/settings/orders", label: say("orders.title") },
  { to: "/settings/ways", label: say("ways.nav") },
] as const;

/** Everything that is set for a shop: a list of pages, and the page that is open. */
export function SettingsLayout() {
  const nav = useRef<HTMLElement>(null);
  const page = useLocation({ select: ({ pathname }) => pathname });
  // On a phone the list is a line that is longer than the screen.
  useEffect(() => {
    if (page) nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [page]);
  return (
    <div className={styles.layout}>
      <nav ref={nav} className={styles.nav} aria-label={say("settings.title")}>
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
